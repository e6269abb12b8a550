import type { CardFacts } from '../data/facts.ts';
import { isContesting } from '../data/relation-kinds.ts';

type Relations = Pick<CardFacts, 'relations'>;
type Contest = CardFacts['relations'][number];

/** Facts never change once they are loaded, so each set of them is looked through once. */
const known = new WeakMap<Relations, ReadonlyMap<string, Contest[]>>();

/** Whether another claim contradicts this one, or either takes the other back. */
export function isContested(facts: Relations, claim: string): boolean {
  return contestsOf(facts, claim).length > 0;
}

/** The relations that contest a claim, in the order of the fact base; both claims of a relation have it. */
export function contestsOf(facts: Relations, claim: string): readonly Contest[] {
  let contests = known.get(facts);
  if (!contests) known.set(facts, (contests = contestsIn(facts)));
  return contests.get(claim) ?? [];
}

function contestsIn({ relations }: Relations): ReadonlyMap<string, Contest[]> {
  const contests = new Map<string, Contest[]>();
  for (const relation of relations) {
    if (!isContesting(relation.kind)) continue;
    for (const claim of relation.claims) contests.set(claim, [...(contests.get(claim) ?? []), relation]);
  }
  return contests;
}
