import type { Facts, FactsClaim, Relation } from '../../data/facts.ts';
import { foldText } from '../../data/fold.ts';
import { boundsOf } from '../dates.ts';
import type { Search } from '../search/search.ts';
import type { Filters } from './address.ts';
import { byDate } from './order.ts';

/** What the filters leave, in the order in which it is shown: by date, or with a search the best first. */
export interface Selection {
  claims: FactsClaim[];
  /** Ties in which at least one of the claims takes part. */
  relations: Relation[];
  entities: Facts['entities'];
  sources: Facts['sources'];
}

/** A date filter keeps each claim whose date may lie within it: an uncertain or open one too. */
export function select(facts: Facts, filters: Filters, search: Search): Selection {
  const { q, claimant, entity, source, kind, ties, from, to } = filters;
  const asked = /[\p{L}\p{N}]/u.test(q);
  const ranks = ranksOf(asked ? search(q) : []);
  const found = (record: 'claim' | 'relation' | 'entity', id: string) => !asked || ranks.has(`${record} ${id}`);
  const tied = new Set(
    facts.relations.filter((relation) => ties.includes(relation.kind)).flatMap(({ claims }) => claims),
  );
  const window = { from: from ? boundsOf(from).from : -Infinity, to: to ? boundsOf(to).to : Infinity };

  const passing = facts.claims.filter((claim) => {
    const bounds = boundsOf(claim.date);
    return (
      (claimant === '' || claim.claimant === claimant) &&
      (entity === '' || [claim.claimant, ...claim.about, ...(claim.relayedBy ?? [])].includes(entity)) &&
      (source === '' || claim.recordedBy.includes(source)) &&
      (kind === '' || claim.attitude === kind) &&
      (ties.length === 0 || tied.has(claim.id)) &&
      bounds.to >= window.from &&
      bounds.from <= window.to
    );
  });
  const passingIds = new Set(passing.map(({ id }) => id));
  const rank = (record: string, id: string) => ranks.get(`${record} ${id}`) ?? 0;
  const byRank = (record: string) => (a: { id: string }, b: { id: string }) => rank(record, a.id) - rank(record, b.id);

  const claims = passing
    .filter(({ id }) => found('claim', id))
    .sort((a, b) => byRank('claim')(a, b) || byDate(a.date, b.date));
  const kept = new Set(claims.map(({ id }) => id));
  const relations = facts.relations
    .filter((relation) => ties.length === 0 || ties.includes(relation.kind))
    .filter((relation) => relation.claims.some((id) => passingIds.has(id)))
    .filter(({ id, claims: pair }) => found('relation', id) || pair.some((claim) => kept.has(claim)))
    .sort(byRank('relation'));
  const narrowed = passing.length < facts.claims.length;
  const named = new Set(passing.flatMap((claim) => [claim.claimant, ...claim.about, ...(claim.relayedBy ?? [])]));
  const recording = new Set(passing.flatMap(({ recordedBy }) => recordedBy));
  return {
    claims,
    relations,
    entities: facts.entities
      .filter(({ id }) => found('entity', id) && (!narrowed || named.has(id)))
      .sort(byRank('entity')),
    sources: facts.sources.filter((record) => (!asked || holds(record, q)) && (!narrowed || recording.has(record.id))),
  };
}

/** Rank of each result among its kind, keyed by kind and id. */
function ranksOf(results: ReturnType<Search>): Map<string, number> {
  return new Map(results.map(({ kind, id }, rank) => [`${kind} ${id}`, rank]));
}

/** Sources are few: every word of the query has to stand in title, publisher or authors. */
function holds({ title, publisher, authors, published }: Facts['sources'][number], query: string): boolean {
  const text = foldText([title.text, publisher.name, ...authors, published].join(' '));
  return foldText(query)
    .split(' ')
    .filter(Boolean)
    .every((word) => text.includes(word));
}
