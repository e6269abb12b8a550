import Fuse from 'fuse.js';
import type { Facts, FactsClaim, Language, Relation } from './facts.ts';

/** A record that answers a query. */
export type Hit =
  | { kind: 'entity'; entity: Facts['entities'][number] }
  | { kind: 'claim'; claim: FactsClaim }
  | { kind: 'relation'; relation: Relation };

/**
 * Searches entities, claims and relations as one types, best first. Accents and the order of words do not matter, every word of the query
 * must be found somewhere in the record, and a slip in a word is forgiven. All languages are searched; those of `first` count more.
 */
export function createSearch(facts: Facts, first: Language): (query: string) => Hit[] {
  const index = new Fuse(documentsOf(facts, first), {
    keys: [
      { name: 'names', weight: 3 },
      { name: 'text', weight: 2 },
      { name: 'more', weight: 1 },
    ],
    ignoreDiacritics: true,
    ignoreLocation: true,
    useTokenSearch: true,
    tokenMatch: 'all',
    threshold: 0.25,
  });
  return (query) => (query.trim() === '' ? [] : index.search(query.trim()).map(({ item }) => item.hit));
}

interface SearchDocument {
  hit: Hit;
  names: string[];
  text: string[];
  more: string[];
}

function documentsOf(facts: Facts, first: Language): SearchDocument[] {
  const names = new Map(facts.entities.map(({ id, name }) => [id, [...new Set(Object.values(name))]]));
  const namesOf = (ids: string[]) => ids.flatMap((id) => names.get(id) ?? []);
  const claims = new Map(facts.claims.map((claim) => [claim.id, claim]));
  const rest = (text: Record<Language, string>) => Object.values(text).filter((words) => words !== text[first]);
  const dated = (claim: FactsClaim) => [
    claim.date,
    ...claim.recordedBy.flatMap((id) =>
      facts.sources.filter((source) => source.id === id).map(({ publisher }) => publisher.name),
    ),
  ];
  return [
    ...facts.entities.map((entity): SearchDocument => ({
      hit: { kind: 'entity', entity },
      names: [...(names.get(entity.id) ?? []), ...(entity.holders ?? []).map(({ name }) => name)],
      text: [entity.description[first], ...entity.roles.map(({ title }) => title[first])],
      more: [...rest(entity.description), ...entity.roles.flatMap(({ title }) => rest(title))],
    })),
    ...facts.claims.map((claim): SearchDocument => ({
      hit: { kind: 'claim', claim },
      names: namesOf([claim.claimant]),
      text: [claim.statement[first], claim.attitude],
      more: [...rest(claim.statement), ...namesOf([...claim.about, ...(claim.relayedBy ?? [])]), ...dated(claim)],
    })),
    ...facts.relations.map((relation): SearchDocument => ({
      hit: { kind: 'relation', relation },
      names: namesOf(relation.claims.flatMap((id) => claims.get(id)?.claimant ?? [])),
      text: [relation.reason[first], relation.kind],
      more: rest(relation.reason),
    })),
  ];
}
