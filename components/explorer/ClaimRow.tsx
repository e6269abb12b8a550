import type { FactsClaim } from '../../data/facts.ts';
import { viewsFor } from '../../presentation/card.ts';
import { isContested } from '../../presentation/contested.ts';
import { Claim } from '../card/Claim.tsx';
import { useWords } from '../words.ts';
import { useDesk } from './desk.ts';

/** One claim of a list, leading to its page; it says whether the claim is contested. */
export function ClaimRow({ claim, speakerFirst = false }: { claim: FactsClaim; speakerFirst?: boolean }) {
  const { t } = useWords();
  const { facts, linkTo } = useDesk();
  return (
    <>
      {isContested(facts, claim.id) && <p class="eyebrow pencilled contested">{t('common_contested')}</p>}
      <Claim claim={viewsFor(facts).claimView(claim)} href={linkTo('claim', claim.id)} speakerFirst={speakerFirst} />
    </>
  );
}
