import { useState } from 'preact/hooks';
import type { RelationView } from '../../presentation/card.ts';
import { Claim } from './Claim.tsx';
import { MoreButton } from './MoreButton.tsx';
import { Reason } from './Reason.tsx';
import { RelationHeading } from './RelationHeading.tsx';

const OPEN = 2;

/** What stands against, or beside, the claim above it. */
export function Against({ relations }: { relations: RelationView[] }) {
  const [shown, setShown] = useState(OPEN);
  return (
    <div class="against">
      {relations.slice(0, shown).map((relation) => (
        <div key={relation.id} data-relation={relation.id}>
          <RelationHeading kind={relation.kind} />
          <Claim claim={relation.claims[1]} />
          <Reason relation={relation} />
        </div>
      ))}
      <MoreButton
        hidden={relations.length - shown}
        more="card_more_claims"
        extra={relations.length > OPEN}
        onToggle={(open) => setShown(open ? relations.length : OPEN)}
      />
    </div>
  );
}
