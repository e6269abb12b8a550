import weights from '../../data/weights.json' with { type: 'json' };
import type { Claim, Concept, Entity } from '../../data/facts.ts';
import type { ClaimWeights } from './matcher.ts';
import { ConceptFinder, profileClaims } from './profile.ts';
import type { ClaimProfile } from './profile.ts';

/** What the claim matching needs to know. */
export interface ClaimKnowledge {
  profiles: readonly ClaimProfile[];
  concepts: readonly Concept[];
  weights: ClaimWeights;
}

/** Makes it when building, so that no reader waits for it. */
export function claimKnowledge(base: {
  claims: readonly Claim[];
  entities: readonly Entity[];
  concepts: readonly Concept[];
}): ClaimKnowledge {
  const { claims, entities, concepts } = base;
  return { profiles: profileClaims(claims, entities, new ConceptFinder(concepts)), concepts, weights };
}
