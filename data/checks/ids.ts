import { CLAIMS, CONCEPTS, ENTITIES, RELATIONS, sayOf, sourceFile } from './say.ts';
import type { Check } from './say.ts';

/** Each id names one record. */
export const idsAreUnique: Check = ({ sources, entities, claims, relations, concepts }) =>
  [
    { fileOf: sourceFile, records: sources },
    { fileOf: () => ENTITIES, records: entities },
    { fileOf: () => CLAIMS, records: claims },
    { fileOf: () => RELATIONS, records: relations },
    { fileOf: () => CONCEPTS, records: concepts },
  ].flatMap(({ fileOf, records }) =>
    repeated(records.map(({ id }) => id)).map((id) =>
      sayOf(fileOf(id), id)('the id is used twice', 'Rename or remove one of the two.'),
    ),
  );

function repeated(ids: string[]): string[] {
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) < at))];
}
