import type { CardFacts } from '../data/facts.ts';
import { isContesting } from '../data/relation-kinds.ts';

type Relations = Pick<CardFacts, 'relations'>;

/** Facts never change once they are loaded, so each set of them is looked through once. */
const known = new WeakMap<Relations, ReadonlyMap<string, number>>();

/** Whether another claim contradicts this one, or either takes the other back. */
export function isContested(facts: Relations, claim: string): boolean {
  return contestOf(facts, claim) !== null;
}

/**
 * Which contradiction a claim is part of: the place, in `facts.relations`, of the first relation that contests it. Both of its
 * claims share that number, unless one of them stands in an earlier one too. Null for a claim that nobody contests.
 */
export function contestOf(facts: Relations, claim: string): number | null {
  let contests = known.get(facts);
  if (!contests) known.set(facts, (contests = contestsIn(facts)));
  return contests.get(claim) ?? null;
}

function contestsIn({ relations }: Relations): ReadonlyMap<string, number> {
  const contests = new Map<string, number>();
  for (const [number, { kind, claims }] of relations.entries()) {
    if (!isContesting(kind)) continue;
    for (const claim of claims) if (!contests.has(claim)) contests.set(claim, number);
  }
  return contests;
}
