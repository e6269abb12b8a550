import type { Problem } from '../problem.ts';
import { CLAIMS, CONCEPTS, ENTITIES, RELATIONS, sayOf, sourceFile, VOCABULARY } from './say.ts';
import type { Check } from './say.ts';

/** Text holds what can be seen: no control character, none that turns the direction of what follows, none without width. */
export const textIsVisible: Check = ({ sources, entities, claims, relations, concepts, vocabulary }) => [
  ...sources.flatMap((source) => hiddenIn(source, sourceFile(source.id), source.id)),
  ...entities.flatMap((entity) => hiddenIn(entity, ENTITIES, entity.id)),
  ...claims.flatMap((claim) => hiddenIn(claim, CLAIMS, claim.id)),
  ...relations.flatMap((relation) => hiddenIn(relation, RELATIONS, relation.id)),
  ...concepts.flatMap((concept) => hiddenIn(concept, CONCEPTS, concept.id)),
  ...hiddenIn(vocabulary, VOCABULARY, ''),
];

/** Unicode's control and format characters, and its separators of lines and paragraphs. */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

function hiddenIn(value: unknown, file: string, id: string, path = ''): Problem[] {
  if (typeof value === 'string') {
    const found = hidden.exec(value)?.[0].codePointAt(0);
    if (found === undefined) return [];
    const name = `U+${found.toString(16).toUpperCase().padStart(4, '0')}`;
    return [sayOf(file, id)(`${path} holds the invisible character ${name}`, 'Take it out.')];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => [
    ...hiddenIn(key, file, id, `the key ${path}.${key}`),
    ...hiddenIn(part, file, id, path === '' ? key : `${path}.${key}`),
  ]);
}
