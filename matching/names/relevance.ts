import { firstBehind } from './detect.ts';
import type { Candidate } from './detect.ts';
import type { Hint } from './hints.ts';
import type { Item, Linkage } from './link.ts';
import type { ReadBlock } from './scan.ts';
import { contestOf, nameOf } from './senses.ts';
import type { PageTopic } from './senses.ts';

/** A block with this much evidence speaks of the affair: one decisive word, or several weak ones. */
const blockEvidence = 2;
/** And a page with this much; a part of it where a name stands that needs no context. */
const pageEvidence = 4;
const plainPart = 0.37;
/** Or with this much from names alone: two of the affair's officials in full, or one and an organisation. */
const nameEvidence = 3;
/** What an organisation's or office's name of two words and more adds, and a person's full name, which newspapers hold for many reasons. */
const organisationEvidence = 2;
const personEvidence = 1.5;
/** So far a linked name makes the blocks around it speak of the affair. */
const blocksReached = 3;
/** A page that names the affair's own names so often is about it, also where long stretches speak of something else. */
const manyAnchors = 5;
/** This part of a page's words in or beside blocks that speak of the affair makes it a page of the affair throughout. */
const mostOfPage = 0.35;
/** And this part in such blocks themselves, where the page also uses one of the central names for something else. */
const mostOfMixedPage = 0.6;
/** Texts shorter than this need no second witness beside a name that needs no context. */
const shortText = 60;

/** What a page is about, from its vocabulary and the names beside the central ones. `items`: the candidates of all entities. */
export function topicOf(
  blocks: readonly ReadBlock[],
  items: readonly Item[],
  { central, persons }: Linkage,
): PageTopic {
  const pageWords = new Map<string, number>();
  const evidence = blocks.map(({ detail, candidates }) => {
    if (!detail?.affair.length) return 0;
    // The project's own name is a phrase of the vocabulary too, but no second witness to itself
    const words = new Map(
      detail.affair.filter((hint) => !isName(hint, candidates, central)).map(({ text, value }) => [text, value]),
    );
    for (const [text, value] of words) pageWords.set(text, value);
    return sum(words.values());
  });
  const names = new Map<number, number>();
  let plain = false;
  for (const {
    block,
    weight,
    candidate: { form },
  } of items) {
    if (central.has(form.entity)) {
      if (weight.score >= 1) evidence[block]! += 1;
      if (form.need === 'nothing' && !weight.trapped && weight.score >= 0) plain = true;
    } else if (form.words.length > 1 && form.need === 'affair') {
      const value = persons.has(form.entity) ? personEvidence : organisationEvidence;
      names.set(form.entity, value);
      evidence[block]! += value;
    }
  }
  const distance = distances(evidence.map((value) => value >= blockEvidence));
  const words = sum(blocks.map(({ length }) => length));
  const within = (blocksAway: number): number =>
    sum(blocks.map(({ length }, block) => (distance[block]! <= blocksAway ? length : 0)));
  const centralItems = items.filter(({ candidate: { form } }) => central.has(form.entity));
  const mixed = [...Map.groupBy(centralItems, nameOf).values()].some((places) => contestOf(places, blocks).contested);
  return {
    distance,
    throughout: within(1) >= mostOfPage * words && (!mixed || within(0) >= mostOfMixedPage * words),
    witnessed:
      sum(pageWords.values()) + sum(names.values()) >= pageEvidence * (plain ? plainPart : 1) ||
      sum(names.values()) >= nameEvidence ||
      words < shortText,
  };
}

function isName({ from, to }: Hint, candidates: readonly Candidate[], central: ReadonlySet<number>): boolean {
  for (let at = firstBehind(candidates, from); at < candidates.length && candidates[at]!.from < to; at++) {
    if (central.has(candidates[at]!.form.entity)) return true;
  }
  return false;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** How many blocks away the next one that holds is; Infinity where none does. */
export function distances(holds: readonly boolean[]): number[] {
  const away = holds.map((held) => (held ? 0 : Number.POSITIVE_INFINITY));
  for (let i = 1; i < away.length; i++) away[i] = Math.min(away[i]!, away[i - 1]! + 1);
  for (let i = away.length - 2; i >= 0; i--) away[i] = Math.min(away[i]!, away[i + 1]! + 1);
  return away;
}

/**
 * Which blocks speak of the affair: 2 for those that hold one of its names or decisive words and for all blocks of a page given to it,
 * 1 for those near one, and everywhere on a page with many; 0 elsewhere: a teaser does not make a page. `anchors`: numbers of the blocks with linked central names.
 */
export function relevantBlocks(blocks: readonly ReadBlock[], anchors: readonly number[], topic: PageTopic): number[] {
  const holding = new Set(anchors);
  const away = distances(blocks.map((_, block) => holding.has(block)));
  return blocks.map((_, block) => {
    if (topic.throughout || away[block] === 0) return 2;
    if (anchors.length >= manyAnchors) return 1;
    if (away[block]! > blocksReached) return 0;
    return topic.distance[block] === 0 ? 2 : 1;
  });
}
