/** The small card: of all that is known about its subject, one statement and what stands against it. The rest is in the explorer. */
import { RELATION_KINDS, isContesting } from '../data/relation-kinds.ts';
import type { Stance } from '../matching/model.ts';
import type { CardModel, ClaimView, RelationView } from './card.ts';

export interface CardView extends Pick<CardModel, 'entity' | 'role' | 'holder' | 'doubtful' | 'endsOn'> {
  /** What the card is headed by: who or what was named, or the statement that the sentence takes up. */
  headedBy: 'entity' | 'claim';
  /** What the sentence does with the first claim; null where the card is of no sentence. */
  stance: Stance | null;
  /** What is told: one statement, or two side by side; none where nothing is known. */
  claims: ClaimView[];
  /** What the second statement is to the first. */
  relation: RelationView | null;
  /** How many statements and pairs are in the explorer alone. */
  more: number;
  /** The record that the explorer shows of it; null where the fact base does not know it. */
  record: { kind: 'entity' | 'claim'; id: string } | null;
}

/** @param isNamed whether a name led to the card; otherwise a statement did */
export function cardView(model: CardModel, isNamed: boolean): CardView {
  const { entity, role, holder, doubtful, matches, relations, rest, endsOn } = model;
  const match = matches.find(({ against }) => against.some(({ kind }) => isContesting(kind))) ?? matches[0] ?? null;
  // What agrees says nothing new beside the statement itself.
  const told = (match ? match.against : relations).find(({ kind }) => RELATION_KINDS[kind].effect !== 'agrees');
  const claims = match ? [match.claim] : told ? [] : rest.slice(0, 1);
  if (told) claims.splice(0, claims.length, ...told.claims);
  const pairs = relations.length + matches.reduce((sum, { against }) => sum + against.length, 0);
  const headedBy = match && !isNamed ? 'claim' : 'entity';
  return {
    entity,
    role,
    holder,
    doubtful,
    headedBy,
    stance: match?.stance ?? null,
    claims,
    relation: told ?? null,
    more: pairs + rest.length + matches.length - (told ? 1 : 0) - (match || !told ? Math.min(claims.length, 1) : 0),
    record: headedBy === 'claim' ? { kind: 'claim', id: match!.claim.id } : entity && { kind: 'entity', id: entity.id },
    endsOn,
  };
}
