import type { Linkage, Place } from './place.ts';
import { isPlain, isSomebodyElse, isTrapped } from './place.ts';
import type { Features } from './logistic.ts';
import type { ReadBlock } from './scan.ts';

/** What says whether a page speaks of the affair: the names on it, where they meet, and the words around its central names. */
export function pageFeatures(
  places: readonly Place[],
  blocks: readonly ReadBlock[],
  { ids, kinds }: Linkage,
): Features {
  const words = blocks.reduce((sum, { length }) => sum + length, 0);
  const central = places.filter(({ kind }) => kind === 'central');
  const plain = places.filter(isPlain);
  const others = plain.filter(({ kind }) => kind !== 'central');
  const othersNames = blocks.reduce(
    (sum, { candidates }) =>
      sum + candidates.filter(({ form }) => form.entity < 0 && kinds[form.nameOf] === 'central').length,
    0,
  );
  const trapped = central.filter(isTrapped).length + othersNames;
  const has = (id: string): boolean => central.some((place) => ids[place.entity] === id && !isTrapped(place));
  const isSure = ({ candidate: { form } }: Place): boolean => form.need === 'nothing' && !form.mistranslated;
  const persons = entitiesOf(others.filter(({ kind }) => kind === 'person'));
  const organisations = entitiesOf(others.filter(({ kind }) => kind === 'other'));
  const different = persons.size + organisations.size;
  const most = (count: (place: Place) => number): number => Math.min(4, Math.max(0, ...central.map(count)));

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
    'different persons': Math.log1p(persons.size),
    'different organisations': Math.log1p(organisations.size),
    'different names per 100 words': Math.min(4, (100 * different) / Math.max(50, words)),
    'names in the sentence': Math.log1p(meeting(central, others, ({ block, sentence }) => `${block} ${sentence}`)),
    'names in the paragraph': Math.log1p(meeting(central, others, ({ block }) => `${block}`)),
    'places of central names': Math.log1p(central.length),
    'places borne out': Math.log1p(
      central.filter((place) => !isTrapped(place) && place.around.cues[0]! + place.around.cues[1]! > 0).length,
    ),
    'trapped places': Math.log1p(trapped),
    'share of trapped places': trapped / Math.max(1, central.length + othersNames),
    'traps in the sentence': most(({ around }) => around.traps[0]! + around.traps[1]!),
    'spelled out': Number(central.some(({ spelledOut }) => spelledOut)),
    'somebody else': Math.log1p(places.filter(isSomebodyElse).length),
    'names of others': Math.log1p(othersNames),
  };
}

function entitiesOf(places: readonly Place[]): Set<number> {
  return new Set(places.map(({ entity }) => entity));
}

/** The most different other names that meet a central one in one stretch. */
function meeting(central: readonly Place[], others: readonly Place[], stretchOf: (place: Place) => string): number {
  const stretches = new Set(central.filter((place) => !isTrapped(place)).map(stretchOf));
  let most = 0;
  for (const [stretch, met] of Map.groupBy(others, stretchOf))
    if (stretches.has(stretch)) most = Math.max(most, entitiesOf(met).size);
  return most;
}
