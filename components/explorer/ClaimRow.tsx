import type { FactsClaim } from '../../data/facts.ts';
import { viewsFor } from '../../presentation/card.ts';
import { contestsOf } from '../../presentation/contested.ts';
import { Claim } from '../card/Claim.tsx';
import { useWords } from '../words.ts';
import { useDesk } from './desk.ts';

interface Props {
  claim: FactsClaim;
  speakerFirst?: boolean;
  /** The source on whose page the row stands: it is not named again. */
  within?: string;
}

/** One claim of a list, leading to its page, with a sign if it is contested. */
export function ClaimRow({ claim, speakerFirst = false, within }: Props) {
  const { t, text } = useWords();
  const { facts, linkTo } = useDesk();
  const view = viewsFor(facts).claimView(claim);
  const contests = contestsOf(facts, claim.id).length;
  return (
    <div class={contests > 0 ? 'claim-row contested' : 'claim-row'}>
      <Claim
        claim={{ ...view, sources: view.sources.filter(({ id }) => id !== within) }}
        href={linkTo('claim', claim.id)}
        speakerFirst={speakerFirst}
      />
      {contests > 0 && (
        <p class="contest">
          <span aria-hidden="true">≠</span>{' '}
          <a
            href={linkTo('claim', claim.id)}
            aria-label={`${t('explorer_contested', { n: contests })}: ${text(claim.statement)}`}
          >
            {t('explorer_contested', { n: contests })}
          </a>
        </p>
      )}
    </div>
  );
}
