/** What marks are about, as numbers: a page may show the same subject once without knowing what it is. */
import type { CardFacts } from '../data/facts.ts';
import type { StatedMatch } from '../matching/model.ts';
import { contestsOf } from '../presentation/contested.ts';

export interface Subjects {
  /** The same number for all mentions of an entity. */
  ofEntity(entity: string): number;
  /**
   * The number of the contradiction that a sentence raises by this match: because the claim is contested, or because the
   * sentence disputes it. Null where nothing is contested.
   */
  ofContest(match: Pick<StatedMatch, 'claim' | 'stance'>): number | null;
}

/** Entities come first, then relations, then claims. */
export function createSubjects(
  facts: Pick<CardFacts, 'entities' | 'relations'> & { claims: { id: string }[] },
): Subjects {
  const { entities, relations, claims } = facts;
  const numberOf = new Map([...entities, ...relations, ...claims].map(({ id }, number) => [id, number]));
  return {
    ofEntity: (entity) => numberOf.get(entity) ?? -1,
    ofContest({ claim, stance }) {
      const [contest] = contestsOf(facts, claim);
      if (!contest && stance !== 'disputes') return null;
      return numberOf.get(contest?.id ?? claim) ?? -1;
    },
  };
}
