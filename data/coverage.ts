import type { Claim, Relation, Silence } from './schema.ts';

/** A sentence of a source with what the fact base makes of it. Exactly one of `claims` and `none` should hold. */
export interface CoveredSentence {
  start: number;
  end: number;
  /** Ids of the claims whose evidence touches the sentence. */
  claims: string[];
  /** Why it carries no claim. */
  none?: Silence;
}

/** What is read of a source and of the claims: the files hold more, and so does what is bundled. */
interface Sentences {
  id: string;
  sentences: readonly { start: number; end: number; none?: Silence | undefined }[];
}
interface Grounded {
  id: string;
  evidence: readonly { source: string; start: number; end: number }[];
}

/** Every sentence of a source in order, with its claims or its reason for none. */
export function coverageOf(source: Sentences, claims: readonly Grounded[]): CoveredSentence[] {
  return source.sentences.map(({ start, end, none }) => ({
    start,
    end,
    claims: claims.filter((claim) => touches(claim, source.id, start, end)).map((claim) => claim.id),
    ...(none && { none }),
  }));
}

/** What is wrong with the coverage of a sentence, or nothing. */
export function gapOf({ claims, none }: CoveredSentence): string | undefined {
  if (claims.length === 0 && !none) return 'has neither a claim nor a reason for none';
  if (claims.length > 0 && none) return `is evidence of ${claims.join(', ')} and yet says none: ${none}`;
  return undefined;
}

/** What is wrong with a claim's ties to others, or nothing: a relation names it, or it says why none does. */
export function looseEndOf({ id, unrelated }: Claim, relations: Relation[]): string | undefined {
  const ties = relations.filter(({ claims }) => claims.includes(id));
  if (ties.length === 0 && !unrelated) return 'has neither a relation nor a reason for none';
  if (ties.length > 0 && unrelated) {
    return `is tied by ${ties.map((tie) => tie.id).join(', ')} and yet says unrelated: ${unrelated}`;
  }
  return undefined;
}

function touches(claim: Grounded, source: string, start: number, end: number): boolean {
  return claim.evidence.some((span) => span.source === source && span.start < end && start < span.end);
}
