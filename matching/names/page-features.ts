import { DECISIVE } from './hints.ts';
import type { Linkage, Place } from './place.ts';
import { isPlain, isSomebodyElse, isTrapped } from './place.ts';
import type { Features } from './logistic.ts';
import type { ReadBlock } from './scan.ts';

/** Pages without a central name speak of the affair more seldom, and say so by other names and words: a model of their own judges them. */
export type PageSort = 'central' | 'other';

/** Spyware of other makers is news too, with a laboratory or two in it. */
const fewestNames = 3;

/**
 * Null where there is neither a central name, nor a decisive word beside several names: such a page has no mention, whatever names it holds.
 */
export function sortOf(places: readonly Place[], blocks: readonly ReadBlock[]): PageSort | null {
  if (places.some(({ kind }) => kind === 'central')) return 'central';
  const speaks = blocks.some(({ subject }) => subject.some(({ value }) => value >= DECISIVE));
  return speaks && entitiesOf(places).size >= fewestNames ? 'other' : null;
}

/**
 * What says whether a page speaks of the affair: the names in it, where they meet, and the words of the affair and of
 * other matters.
 */
export function pageFeatures(
  places: readonly Place[],
  blocks: readonly ReadBlock[],
  { ids, kinds, telling }: Linkage,
): Features {
  const words = Math.max(
    50,
    sum(blocks, ({ length }) => length),
  );
  const central = places.filter(({ kind }) => kind === 'central');
  const plain = places.filter(isPlain);
  const others = plain.filter(({ kind }) => kind !== 'central');
  const othersNames = sum(
    blocks,
    ({ candidates }) => candidates.filter(({ form }) => form.entity < 0 && kinds[form.nameOf] === 'central').length,
  );
  const trapped = central.filter(isTrapped).length + othersNames;
  const has = (id: string): boolean => central.some((place) => ids[place.entity] === id && !isTrapped(place));
  const isSure = ({ candidate: { form } }: Place): boolean => form.need === 'nothing' && !form.mistranslated;
  const isTelling = ({ entity }: Place): boolean => telling.has(entity);
  const persons = entitiesOf(others.filter((place) => place.kind === 'person' && isTelling(place))).size;
  const organisations = entitiesOf(others.filter((place) => place.kind === 'other' && isTelling(place))).size;
  const everyday = entitiesOf(others.filter((place) => !isTelling(place))).size;
  const acronyms = new Set(blocks.flatMap(({ spelledOut }) => spelledOut));
  const most = (count: (place: Place) => number): number => Math.min(4, Math.max(0, ...central.map(count)));
  const { affair, traps, rivals } = subjectOf(blocks);

  return {
    bias: 1,
    nso: Number(has('nso-group')),
    pegasus: Number(has('pegasus')),
    'nso and pegasus': Number(has('nso-group') && has('pegasus')),
    project: Number(has('pegasus-project')),
    'a name that needs no context': Number(central.some((place) => isSure(place) && !isTrapped(place))),
    'cues beside': most(({ around }) => around.cues[0]!),
    'cues in the sentence': most(({ around }) => around.cues[1]!),
    'words of the affair in the sentence': most(({ around }) => around.affair[0]! + around.affair[1]!),
    'words of the affair near': most(({ around }) => around.affair[2]!),
    'words of the affair': Math.log1p(affair),
    'other spyware': Math.log1p(rivals),
    'words of the affair per 100 words': Math.min(4, (100 * affair) / words),
    'words of other matters': Math.log1p(traps),
    'words of other matters per 100 words': Math.min(4, (100 * traps) / words),
    'telling persons': Math.log1p(persons),
    'telling organisations': Math.log1p(organisations),
    'everyday names': Math.log1p(everyday),
    'telling persons together': Math.log1p(
      together(others.filter((place) => place.kind === 'person' && isTelling(place))),
    ),
    'telling names per 100 words': Math.min(4, (100 * (persons + organisations)) / words),
    'everyday names per 100 words': Math.min(4, (100 * everyday) / words),
    'telling names in the sentence': Math.log1p(
      meeting(central, others.filter(isTelling), ({ block, sentence }) => `${block} ${sentence}`),
    ),
    'names in the sentence': Math.log1p(meeting(central, others, ({ block, sentence }) => `${block} ${sentence}`)),
    'names in the paragraph': Math.log1p(meeting(central, others, ({ block }) => `${block}`)),
    'places of central names': counted(central.length),
    'places borne out': counted(
      central.filter((place) => !isTrapped(place) && place.around.cues[0]! + place.around.cues[1]! > 0).length,
    ),
    'trapped places': counted(trapped),
    'share of trapped places': trapped / Math.max(1, central.length + othersNames),
    'traps in the sentence': most(({ around }) => around.traps[0]! + around.traps[1]!),
    'spelled out': Number(
      central.some(({ spelledOut, candidate }) => spelledOut || acronyms.has(candidate.form.words[0]!)),
    ),
    'somebody else': Math.log1p(places.filter(isSomebodyElse).length),
    'names of others': Math.log1p(othersNames),
  };
}

/** The fitted texts are short: what a long page has more of says nothing that they could teach. */
const mostPlaces = 3;
const counted = (places: number): number => Math.log1p(Math.min(places, mostPlaces));

/** Different words of the affair, each by its weight, of other matters, and of other spyware. */
function subjectOf(blocks: readonly ReadBlock[]): { affair: number; traps: number; rivals: number } {
  const values = new Map(blocks.flatMap(({ subject }) => subject.map(({ word, value }) => [word, value] as const)));
  let [affair, traps, rivals] = [0, 0, 0];
  for (const value of values.values()) {
    if (value > 0) affair += value;
    else if (value < 0) traps++;
    else rivals++;
  }
  return { affair, traps, rivals };
}

function sum<T>(all: readonly T[], value: (one: T) => number): number {
  return all.reduce((total, one) => total + value(one), 0);
}

function entitiesOf(places: readonly Place[]): Set<number> {
  return new Set(places.map(({ entity }) => entity));
}

/** The most different names in one block. */
function together(places: readonly Place[]): number {
  return Math.max(0, ...[...Map.groupBy(places, ({ block }) => block).values()].map((met) => entitiesOf(met).size));
}

/** The most different other names that meet a central one in one stretch. */
function meeting(central: readonly Place[], others: readonly Place[], stretchOf: (place: Place) => string): number {
  const stretches = new Set(central.filter((place) => !isTrapped(place)).map(stretchOf));
  let most = 0;
  for (const [stretch, met] of Map.groupBy(others, stretchOf))
    if (stretches.has(stretch)) most = Math.max(most, entitiesOf(met).size);
  return most;
}
