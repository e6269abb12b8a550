import type { Facts, FactsClaim, Relation } from '../../data/facts.ts';
import { isContesting, RELATION_KINDS } from '../../data/relation-kinds.ts';
import { byDate } from './order.ts';

/** One contested statement, and what stands against it. */
export interface Chapter {
  subject: FactsClaim;
  /** Earlier first. */
  against: { relation: Relation; claim: FactsClaim }[];
}

/**
 * The contradictions, grouped by what is contested: first the statements that several others contradict, the most contested
 * one first, then the pairs in the order of time. Each relation is told once; what is taken back stands before what takes it back.
 */
export function storyOf(facts: Facts): Chapter[] {
  const claims = new Map(facts.claims.map((claim) => [claim.id, claim]));
  let untold = facts.relations.filter(({ kind }) => isContesting(kind));
  const chapters: Chapter[] = [];
  for (;;) {
    const subject = mostContested(facts, untold);
    if (!subject) break;
    const told = untold.filter((relation) => isBetweenEquals(relation) && relation.claims.includes(subject.id));
    chapters.push({
      subject,
      against: told
        .map((relation) => ({ relation, claim: claims.get(relation.claims.find((id) => id !== subject.id)!)! }))
        .toSorted((a, b) => byDate(a.claim.date, b.claim.date)),
    });
    untold = untold.filter((relation) => !told.includes(relation));
  }
  const pairs = untold.map((relation): Chapter => {
    const [acting, actedOn] = relation.claims.map((id) => claims.get(id)!) as [FactsClaim, FactsClaim];
    const isInOrder = isBetweenEquals(relation) && byDate(acting.date, actedOn.date) <= 0;
    const [subject, claim] = isInOrder ? [acting, actedOn] : [actedOn, acting];
    return { subject, against: [{ relation, claim }] };
  });
  return [...chapters, ...pairs.toSorted((a, b) => byDate(a.subject.date, b.subject.date))];
}

/** The claim with the most of the relations, if it has more than one; of several the earliest. */
function mostContested({ claims }: Facts, relations: Relation[]): FactsClaim | undefined {
  const degree = ({ id }: FactsClaim) =>
    relations.filter((relation) => isBetweenEquals(relation) && relation.claims.includes(id)).length;
  const [first] = claims
    .filter((claim) => degree(claim) > 1)
    .toSorted((a, b) => degree(b) - degree(a) || byDate(a.date, b.date));
  return first;
}

const isBetweenEquals = ({ kind }: Relation): boolean => RELATION_KINDS[kind].isSymmetric;
