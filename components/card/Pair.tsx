import type { RelationView } from '../../presentation/card.ts';
import { Claim } from './Claim.tsx';
import { Reason } from './Reason.tsx';
import { RelationHeading } from './RelationHeading.tsx';

/** Two statements side by side and why they belong together. */
export function Pair({ relation }: { relation: RelationView }) {
  return (
    <div data-relation={relation.id}>
      <RelationHeading kind={relation.kind} />
      <div class="pair">
        {relation.claims.map((claim) => (
          <Claim key={claim.id} claim={claim} speakerFirst />
        ))}
      </div>
      <Reason relation={relation} />
    </div>
  );
}
