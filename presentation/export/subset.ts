import type { Facts } from '../../data/facts.ts';

/** The fact base reduced to some claims: with the ties between them, the entities that they name and the sources that record them. */
export function subsetOf(facts: Facts, claimIds: Iterable<string>): Facts {
  const wanted = new Set(claimIds);
  const claims = facts.claims.filter(({ id }) => wanted.has(id));
  const named = new Set(claims.flatMap(({ claimant, relayedBy = [], about }) => [claimant, ...relayedBy, ...about]));
  const entities = facts.entities.filter(({ id }) => named.has(id));
  // Who holds an office is part of what the office is.
  const holders = new Set(entities.flatMap(({ holders = [] }) => holders.flatMap(({ entity }) => entity ?? [])));
  const recording = new Set(claims.flatMap(({ recordedBy }) => recordedBy));
  return {
    endsOn: facts.endsOn,
    sources: facts.sources.filter(({ id }) => recording.has(id)),
    entities: facts.entities.filter(({ id }) => named.has(id) || holders.has(id)),
    claims,
    relations: facts.relations.filter((relation) => relation.claims.every((id) => wanted.has(id))),
  };
}
