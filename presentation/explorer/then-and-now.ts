import type { Facts, FactsClaim, Relation } from '../../data/facts.ts';
import { byDate } from './order.ts';

/** One statement of a speaker, and how it stands to what the same speaker said before. */
export interface Step {
  claim: FactsClaim;
  changes: { relation: Relation; earlier: FactsClaim }[];
}

/**
 * A speaker's statements in order, those made in an office that the person held among them. A tie between two of them stands
 * with the later one.
 */
export function thenAndNow(facts: Facts, speaker: string): Step[] {
  const voices = voicesOf(facts, speaker);
  const said = facts.claims.filter(({ claimant }) => voices.has(claimant)).toSorted((a, b) => byDate(a.date, b.date));
  return said.map((claim, place) => ({
    claim,
    changes: facts.relations.flatMap((relation) => {
      const other =
        relation.claims[0] === claim.id
          ? relation.claims[1]
          : relation.claims[1] === claim.id
            ? relation.claims[0]
            : null;
      const earlier = said.slice(0, place).find(({ id }) => id === other);
      return earlier ? [{ relation, earlier }] : [];
    }),
  }));
}

/** The entity, the offices that it held, and for an office those who held it. */
function voicesOf({ entities }: Facts, speaker: string): Set<string> {
  const offices = entities
    .filter(({ holders = [] }) => holders.some(({ entity }) => entity === speaker))
    .map(({ id }) => id);
  const holders = entities.find(({ id }) => id === speaker)?.holders ?? [];
  return new Set([speaker, ...offices, ...holders.flatMap(({ entity }) => entity ?? [])]);
}
