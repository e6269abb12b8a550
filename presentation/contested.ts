import type { CardFacts } from '../data/facts.ts';
import { isContesting } from '../data/relation-kinds.ts';

type Relations = Pick<CardFacts, 'relations'>;

/** Facts never change once they are loaded, so each set of them is looked through once. */
const known = new WeakMap<Relations, Set<string>>();

/** Whether another claim contradicts this one, or either takes the other back. */
export function isContested(facts: Relations, claim: string): boolean {
  let contested = known.get(facts);
  if (!contested) {
    contested = new Set(facts.relations.filter(({ kind }) => isContesting(kind)).flatMap(({ claims }) => claims));
    known.set(facts, contested);
  }
  return contested.has(claim);
}
