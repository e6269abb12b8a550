/** In which sense a page uses the names that make it one of the affair: NSO the firm or the orchestra, Pegasus the spyware or the horse. */
import { isSpelledOut, isSpelledOutBeside } from './expansion.ts';
import { ALL_CAPITALS } from './forms.ts';
import type { Item } from './link.ts';
import type { ReadBlock } from './scan.ts';

/** From this total on an ambiguous name is linked; below `sure` it is shown as doubtful. */
const threshold = 1;
const sure = 1.5;
/** A place whose words reach this means the affair's name without help from the page. */
const plainScore = 0.5;
/** A name is contested where this part of its places means something else: a single horse in an article on the spyware is none. */
const settlingPlaces = 2;
const contestedPart = 0.4;
/** What a page given to the affair adds to each name, and what the last place of the same name adds or takes. */
const pageBonus = 1;
/** What a block gets on other pages, by how many blocks away the affair is spoken of. */
const reach = [
  { blocks: 1, bonus: 0.7 },
  { blocks: 3, bonus: 0.5 },
];
/** A central name of two words and more, such as the project's, is rarely another's. */
const fullNameBonus = 0.3;
/** What each place adds to the others that plainly means the same entity, and the most that they add together. */
const certainPlace = 0.2;
const mostCertain = 0.6;
const runBonus = 0.5;
/** From this mean on, the literal renderings of a page are believed at every place. */
const renderedMean = 0.4;
const renderedBonus = 0.6;
const runBlocks = 3;

/** What the page as a whole says. */
export interface PageTopic {
  /** For each block, how many blocks away the next one is that speaks of the affair: 0 for itself. */
  distance: readonly number[];
  /** Most of the page stands in or beside such blocks. */
  throughout: boolean;
  /** Anything but the names themselves says that the page is about the affair. */
  witnessed: boolean;
}

interface Sense {
  /** Mean of what speaks for the sense over all places of the page that are not plainly of another, at most 1. */
  mean: number;
  /** At one place at least the words around bear it out by themselves. */
  isProven: boolean;
  /** How far the page uses the name for something else, 0 to 1. */
  doubt: number;
  /** It never does so, and plainly means the affair's name several times: one sense holds for all of a page. */
  settled: boolean;
  /** What the places that plainly mean the entity add to the others. */
  certainty: number;
  /** It does so at least as often as it plainly means the affair's name. */
  contested: boolean;
}

/** Decides the central names' senses; returns the numbers of the blocks that hold a linked one, ascending, with repetitions. */
export function decideSenses(items: readonly Item[], blocks: readonly ReadBlock[], topic: PageTopic): number[] {
  if (!topic.witnessed) return [];
  const senses = sensesOf(items, blocks);
  // Where the page spells the letters out as something else, longer names with them are in doubt as well (`die NSO-Gruppe der Bläser`)
  const spelled = new Set(
    items.filter((item) => isSpelled(item, blocks)).map(({ candidate: { form } }) => form.entity),
  );
  const plain = items.filter(
    ({ candidate: { form }, weight }) =>
      form.need === 'nothing' && !weight.trapped && weight.score > (spelled.has(form.entity) ? 0 : -1.5),
  );
  for (const item of plain) link(item, item.weight.score > 0 ? 0.99 : 0.93, false);
  const proven = plain.length > 0 || [...senses.values()].some((sense) => sense.isProven);
  if (!proven) return [];

  const last = new Map<string, { block: number; linked: boolean }>();
  for (const item of items) {
    if (item.verdict || item.candidate.form.need === 'nothing') continue;
    const {
      candidate: { form, distance },
      weight,
      block,
    } = item;
    const sense = senses.get(nameOf(item))!;
    const before = last.get(nameOf(item));
    const total = totalOf(item, sense, before, topic);
    const linked =
      total >= threshold &&
      !weight.trapped &&
      !isSpelled(item, blocks) &&
      (weight.against === 0 || weight.score > -0.5);
    last.set(nameOf(item), { block, linked });
    if (linked) link(item, logistic(total), form.mistranslated || distance > 0 || total < sure);
  }
  linkBesideOthers(items, blocks);
  return items.flatMap(({ verdict, block, candidate }) => (verdict && !candidate.form.mistranslated ? [block] : []));
}

function totalOf(
  { candidate: { form }, weight, block }: Item,
  sense: Sense,
  before: { block: number; linked: boolean } | undefined,
  topic: PageTopic,
): number {
  // Of a name in two senses only the words around it tell which is meant
  if (sense.contested) {
    const goesOn = before?.block === block && before.linked && weight.score >= 0;
    return weight.score >= threshold || goesOn ? weight.score + (goesOn ? runBonus : 0) : 0;
  }
  // A machine's literal rendering is believed where words bear it out here or all over the page, not because the page is about the affair
  if (form.mistranslated)
    return weight.score >= threshold || sense.mean >= renderedMean ? weight.score + sense.mean + renderedBonus : 0;
  const distance = topic.distance[block]!;
  const page =
    topic.throughout || sense.settled ? pageBonus : (reach.find(({ blocks }) => distance <= blocks)?.bonus ?? 0);
  const own = form.words.length > 1 ? fullNameBonus : 0;
  const run =
    before && block - before.block <= runBlocks
      ? before.linked
        ? runBonus * (1 - sense.doubt)
        : -runBonus * sense.doubt
      : 0;
  return weight.score + sense.mean + own + (page + sense.certainty) * (1 - sense.doubt) + run;
}

/**
 * A name whose sense is open is meant where another name of the affair was linked in the same sentence: "NSO says that Pegasus …".
 * Against words that speak for something else only a name counts that needs no context.
 */
function linkBesideOthers(items: readonly Item[], blocks: readonly ReadBlock[]): void {
  const place = ({ block, sentence }: Item): string => `${block} ${sentence}`;
  const linked = Map.groupBy(
    items.filter(({ verdict, candidate: { form } }) => verdict && !form.mistranslated),
    place,
  );
  for (const item of items) {
    const {
      candidate: { form },
      weight,
    } = item;
    if (item.verdict || form.mistranslated || weight.trapped || isSpelled(item, blocks)) continue;
    const witness = linked
      .get(place(item))
      ?.some(
        (other) =>
          other.candidate.form.entity !== form.entity &&
          (weight.against === 0 || other.candidate.form.need === 'nothing'),
      );
    if (witness) link(item, 0.8, weight.against > 0);
  }
}

function sensesOf(items: readonly Item[], blocks: readonly ReadBlock[]): Map<string, Sense> {
  const senses = new Map<string, Sense>();
  const provenPlaces = new Map<number, number>();
  for (const {
    candidate: { form },
    weight,
  } of items) {
    if (weight.trapped || form.mistranslated || (weight.score < threshold && form.need !== 'nothing')) continue;
    provenPlaces.set(form.entity, (provenPlaces.get(form.entity) ?? 0) + 1);
  }
  for (const [name, places] of Map.groupBy(items, nameOf)) {
    const scores = places.filter((item) => !isTrapped(item)).map(({ weight }) => Math.min(2, weight.score));
    const mean = scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
    const contest = contestOf(places, blocks);
    const proven = provenPlaces.get(places[0]!.candidate.form.entity) ?? 0;
    senses.set(name, {
      mean: Math.max(0, Math.min(1, mean)),
      isProven: places.some(
        ({ weight, candidate: { form } }) => !weight.trapped && weight.score >= plainScore && !form.mistranslated,
      ),
      ...contest,
      settled: contest.doubt === 0 && proven >= settlingPlaces,
      certainty: Math.min(mostCertain, certainPlace * proven),
    });
  }
  return senses;
}

/** How far a page uses a name for something else. Spelled out as something else even once, it is contested. */
export function contestOf(places: readonly Item[], blocks: readonly ReadBlock[]): Pick<Sense, 'doubt' | 'contested'> {
  if (places.some((item) => isSpelled(item, blocks))) return { doubt: 1, contested: true };
  const otherwise = places.filter(isTrapped).length;
  const doubt = Math.min(1, otherwise / places.length / contestedPart);
  return {
    doubt,
    contested: doubt === 1 && otherwise >= places.filter(({ weight }) => weight.score >= plainScore).length,
  };
}

function isTrapped({ weight }: Item): boolean {
  return weight.trapped || weight.score < -0.8;
}

function isSpelled({ candidate: { form, from }, block }: Item, blocks: readonly ReadBlock[]): boolean {
  if (form.cases[0] !== ALL_CAPITALS) return false;
  const detail = blocks[block]!.detail!;
  return isSpelledOut(form.words[0]!, from, detail) || isSpelledOutBeside(form.words[0]!, from, detail);
}

function link(item: Item, confidence: number, doubtful: boolean): void {
  item.verdict = { entity: item.candidate.form.entity, confidence, doubtful };
}

export const nameOf = ({ candidate: { form } }: Item): string => `${form.entity} ${form.words.join(' ')}`;

function logistic(total: number): number {
  return 1 / (1 + Math.exp(-1.6 * total));
}
