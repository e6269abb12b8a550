import type { FactBase } from '../read.ts';
import type { Problem } from '../problem.ts';

/** Looks for one kind of fault in a whole fact base. Pure; the originals are not needed. */
export type Check = (base: FactBase) => Problem[];

export type Say = (wrong: string, remedy: string) => Problem;

export const ENTITIES = 'data/entities.json';
export const CLAIMS = 'data/claims.json';
export const RELATIONS = 'data/relations.json';
export const CONCEPTS = 'data/concepts.json';
export const VOCABULARY = 'data/vocabulary.json';

/** The file of a source's record. */
export const sourceFile = (id: string): string => `seeds/${id}.json`;

/** Makes the problems of one record. */
export function sayOf(file: string, id: string): Say {
  return (wrong, remedy) => ({ file, id, wrong, remedy });
}

/** An id that leads nowhere. */
export function broken(say: Say, path: string, id: string, kind: 'source' | 'entity' | 'claim'): Problem {
  return say(`${path} names ${id}, but there is no such ${kind}`, `Correct the id, or add the ${kind}.`);
}

export function has(records: { id: string }[], id: string): boolean {
  return records.some((record) => record.id === id);
}
