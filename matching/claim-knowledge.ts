import weights from '../data/weights.json' with { type: 'json' };
import type { Claim, Concept, Entity } from '../data/facts.ts';
import type { ClaimWeights } from './claim-matcher.ts';
import { ConceptFinder, profileClaims } from './claim-profile.ts';
import type { ClaimProfile } from './claim-profile.ts';

/** What the claim matching needs besides the lexicon. */
export interface ClaimKnowledge {
  profiles: readonly ClaimProfile[];
  weights: ClaimWeights;
}

/** Makes it when building: pages have neither the statements in all languages nor the time. */
export function claimKnowledge({ claims, entities, concepts }: { claims: readonly Claim[]; entities: readonly Entity[]; concepts: readonly Concept[] }): ClaimKnowledge {
  return { profiles: profileClaims(claims, entities, new ConceptFinder(concepts)), weights };
}
