import type { FactsClaim } from '../../data/facts.ts';
import { viewsFor } from '../../presentation/card.ts';
import { Claim } from '../card/Claim.tsx';
import { useDesk } from './desk.ts';

/** One claim of a list, leading to its page. */
export function ClaimRow({ claim, speakerFirst = false }: { claim: FactsClaim; speakerFirst?: boolean }) {
  const { facts, linkTo } = useDesk();
  return (
    <Claim claim={viewsFor(facts).claimView(claim)} href={linkTo('claim', claim.id)} speakerFirst={speakerFirst} />
  );
}
