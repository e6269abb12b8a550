/** What says whether a candidate is a mention. */
import { ALL_CAPITALS } from './forms.ts';
import { probability } from './logistic.ts';
import type { Features } from './logistic.ts';
import { isPlain, isSomebodyElse, isTrapped } from './place.ts';
import type { Place } from './place.ts';
import type { ReadBlock } from './scan.ts';

/** So many words to either side belong to a place. */
const reach = 25;
/** And so many blocks. */
const blocksAround = 2;
/** A page may hold thousands, and others wait for their turn. */
const placesInAStep = 200;

/** A page's places, in ways in which features look at them. */
export class PlaceIndex {
  readonly places: readonly Place[];
  readonly #blocks: Map<number, number[]>;
  readonly #names: Map<string, number[]>;

  constructor(places: readonly Place[]) {
    this.places = places;
    const numbers = places.keys().toArray();
    this.#blocks = Map.groupBy(numbers, (at) => places[at]!.block);
    this.#names = Map.groupBy(numbers, (at) => places[at]!.name);
  }

  /** Numbers of the places of a block. */
  inBlock(block: number): readonly number[] {
    return this.#blocks.get(block) ?? [];
  }

  withName(name: string): readonly number[] {
    return this.#names.get(name)!;
  }

  /** Numbers of the places in the same block within so many words, without the place itself. */
  near(at: number): number[] {
    const { block, candidate } = this.places[at]!;
    const found: number[] = [];
    for (const step of [-1, 1]) {
      for (let other = at + step; this.places[other]?.block === block; other += step) {
        const { from, to } = this.places[other]!.candidate;
        if (Math.max(from - candidate.to, candidate.from - to) > reach) break;
        found.push(other);
      }
    }
    return found;
  }
}

/** In steps. The first pass: the page, the words at the place, and what other names stand near, whoever they mean. `page`: its log odds. */
export function* firstFeatures(
  page: number,
  index: PlaceIndex,
  blocks: readonly ReadBlock[],
): Generator<undefined, Features[]> {
  const { places } = index;
  const inBlock = new Map<number, Set<number>>();
  const affairIn = new Map<number, number>();
  for (const { block } of places) {
    if (inBlock.has(block)) continue;
    inBlock.set(
      block,
      entities(
        index
          .inBlock(block)
          .map((at) => places[at]!)
          .filter(isPlain),
      ),
    );
    const words = new Map((blocks[block]!.detail?.affair ?? []).map(({ text, value }) => [text, value]));
    affairIn.set(block, Math.log1p(words.values().reduce((sum, value) => sum + value, 0)));
  }
  const others = Map.groupBy(
    blocks.flatMap(({ candidates }) => candidates.filter(({ form }) => form.entity < 0)),
    ({ form }) => form.nameOf,
  );
  const named = new Map(
    [...Map.groupBy(places, ({ name }) => name)].map(([name, all]) => [
      name,
      nameFeatures(all, others.get(all[0]!.entity)?.length ?? 0),
    ]),
  );
  const bearers = bearerFeatures(places);
  const bounded = Math.max(-6, Math.min(6, page));

  const rows: Features[] = [];
  for (const [at, place] of places.entries()) {
    if (at % placesInAStep === 0) yield;
    const { block, entity, isAgency } = place;
    const near = index
      .near(at)
      .map((other) => places[other]!)
      .filter((other) => other.entity !== entity && isPlain(other));
    const neighbours = new Set<number>();
    for (let away = -blocksAround; away <= blocksAround; away++)
      if (away !== 0) for (const other of inBlock.get(block + away) ?? []) if (other !== entity) neighbours.add(other);
    const without = (set: ReadonlySet<number>): number => set.size - Number(set.has(entity));
    const name = named.get(place.name)!;
    rows.push({
      bias: 1,
      page: bounded,
      'page, for a name in two senses': bounded * name['share of trapped places']!,
      ...name,
      ...wordsAround(place),
      'affair in the paragraph': affairIn.get(block)!,
      'names in the sentence': Math.log1p(entities(near.filter(({ sentence }) => sentence === place.sentence)).size),
      'names near': Math.log1p(entities(near).size),
      'names in the paragraph': Math.log1p(without(inBlock.get(block)!)),
      'names around': Math.log1p(neighbours.size),
      'central names near': entities(near.filter(({ kind }) => kind === 'central')).size,
      'spelled out': Number(place.spelledOut),
      'names of others': Math.log1p(others.get(entity)?.length ?? 0),
      ...wayOfWriting(place),
      agency: Number(isAgency),
      'agency in the last paragraph': Number(isAgency && block === blocks.length - 1),
      ...bearers[at],
    });
  }
  return rows;
}

/** Cues and traps at the place. */
function wordsAround(place: Place): Features {
  const { cues, traps, trapped, affair } = place.around;
  return {
    'cues beside': Math.min(2, cues[0]!),
    'cues in the sentence': Math.min(3, cues[1]!),
    'cues close': Math.min(3, cues[2]!),
    'cues in the paragraph': Math.min(3, cues[3]!),
    'traps beside': Math.min(2, traps[0]!),
    'traps in the sentence': Math.min(3, traps[1]!),
    'traps close': Math.min(3, traps[2]!),
    'traps in the paragraph': Math.min(3, traps[3]!),
    trapped: Number(trapped),
    'more traps than cues': Number(isTrapped(place)),
    'affair in the sentence': Math.min(4, affair[1]!),
  };
}

/** The form of the name, and what stands directly beside it. */
function wayOfWriting(place: Place): Features {
  const { candidate, beside } = place;
  const { form } = candidate;
  return {
    'needs nothing': Number(form.need === 'nothing'),
    'needs a cue': Number(form.need === 'cue'),
    'needs the full name': Number(form.need === 'full-name'),
    acronym: Number(form.cases[0] === ALL_CAPITALS),
    'several words': Number(form.words.length > 1),
    mistranslated: Number(form.mistranslated),
    'small letters': Number(candidate.small),
    edits: candidate.distance,
    'somebody else': Number(isSomebodyElse(place)),
    'capital before': Number(beside.capitalBefore),
    'article before': Number(beside.articleBefore),
    'courtesy before': Number(beside.courtesyBefore),
    'initial before': Number(beside.initialBefore),
    'office before': Number(beside.officeBefore),
    'capital after': Number(beside.capitalAfter),
    'hyphen after': Number(beside.hyphenAfter),
  };
}

/** Whom a surname meant last: a full name says that it is ours, another given name that it is somebody else's. */
function bearerFeatures(places: readonly Place[]): Features[] {
  const inFull = new Set(places.filter(isInFull).map(({ entity }) => entity));
  const elses = new Set(places.filter(isSomebodyElse).map(({ entity }) => entity));
  const last = new Map<number, 'ours' | 'else'>();
  return places.map((place): Features => {
    const { kind, entity } = place;
    if (kind !== 'person') return {};
    const bearer = last.get(entity);
    if (isInFull(place)) last.set(entity, 'ours');
    else if (isSomebodyElse(place)) last.set(entity, 'else');
    return {
      'last bearer ours': Number(bearer === 'ours'),
      'last bearer somebody else': Number(bearer === 'else'),
      'in full on the page': Number(inFull.has(entity)),
      'another bearer on the page': Number(elses.has(entity)),
    };
  });
}

function isInFull({ candidate: { form } }: Place): boolean {
  return form.words.length > 1;
}

/** `others`: how often somebody else's name holds it. */
function nameFeatures(places: readonly Place[], others: number): Features {
  return {
    'share of trapped places': (places.filter(isTrapped).length + others) / (places.length + others),
    'spelled out on the page': Number(places.some(({ spelledOut }) => spelledOut)),
    'cues at places with this name':
      places.reduce((sum, { around }) => sum + Math.min(2, around.cues[0]! + around.cues[1]!), 0) / places.length,
  };
}

/** In steps. The second pass: its own log odds in the first, and those of the names near and of the same name elsewhere. */
export function* secondFeatures(
  first: readonly number[],
  features: readonly Features[],
  index: PlaceIndex,
): Generator<undefined, Features[]> {
  const { places } = index;
  const likely = first.map(probability);
  const best = (numbers: Iterable<number>): number => {
    let most = 0;
    for (const at of numbers) most = Math.max(most, likely[at]!);
    return most;
  };
  const sureIn = new Map<number, Set<number>>();
  for (const { block } of places) {
    if (sureIn.has(block)) continue;
    sureIn.set(
      block,
      entities(
        index
          .inBlock(block)
          .filter((at) => likely[at]! > sure)
          .map((at) => places[at]!),
      ),
    );
  }
  const surePlaces = places.filter((_, at) => likely[at]! > sure);
  const central = likely.filter((_, at) => places[at]!.kind === 'central');
  // Where there is none, the page stands in for it
  if (central.length === 0 && places.length > 0) central.push(probability(features[0]!['page']!));
  const bestCentral = Math.max(0, ...central);
  const meanCentral = central.reduce((sum, p) => sum + p, 0) / Math.max(1, central.length);
  const sums = new Map<string, number>();
  for (const [at, { name }] of places.entries()) sums.set(name, (sums.get(name) ?? 0) + bound(first[at]!));
  const last = new Map<number, number>();
  const inFull = new Map<number, number>();
  for (const [at, { entity, candidate }] of places.entries())
    if (candidate.form.words.length > 1) inFull.set(entity, Math.max(inFull.get(entity) ?? 0, likely[at]!));

  const rows: Features[] = [];
  for (const [at, place] of places.entries()) {
    if (at % placesInAStep === 0) yield;
    const { entity, block, name } = place;
    const near = index.near(at).filter((other) => places[other]!.entity !== entity);
    const around = new Set<number>();
    for (let away = -blocksAround; away <= blocksAround; away++)
      if (away !== 0) for (const other of sureIn.get(block + away) ?? []) if (other !== entity) around.add(other);
    const others = index.withName(name).length - 1;
    const before = last.get(entity);
    last.set(entity, at);
    const inBlock = sureIn.get(block)!;
    rows.push({
      bias: 1,
      'first pass': bound(first[at]!),
      page: features[at]!['page']!,
      trapped: features[at]!['trapped']!,
      'more traps than cues': features[at]!['more traps than cues']!,
      mistranslated: features[at]!['mistranslated']!,
      'somebody else': features[at]!['somebody else']!,
      'another bearer on the page': features[at]!['another bearer on the page'] ?? 0,
      'best central name': bestCentral,
      'mean of central names': meanCentral,
      'best central name near': best(near.filter((other) => places[other]!.kind === 'central')),
      'best near': best(near),
      'best in the sentence': best(near.filter((other) => places[other]!.sentence === place.sentence)),
      'sure in the paragraph': Math.log1p(inBlock.size - Number(inBlock.has(entity))),
      'sure around': Math.log1p(around.size),
      'share of sure places': surePlaces.length / places.length,
      'rejected near': near.filter((other) => likely[other]! < rejected).length / Math.max(1, near.length),
      'same name elsewhere': others > 0 ? (sums.get(name)! - bound(first[at]!)) / others : 0,
      'place before': before === undefined || block - places[before]!.block > blocksAround ? 0 : bound(first[before]!),
      'in full': place.candidate.form.words.length > 1 ? 0 : (inFull.get(entity) ?? 0),
    });
  }
  return rows;
}

/** Sure and rejected names, for others. */
const sure = 0.8;
const rejected = 0.2;

function bound(odds: number): number {
  return Math.max(-5, Math.min(5, odds));
}

function entities(places: readonly Place[]): Set<number> {
  return new Set(places.map(({ entity }) => entity));
}
