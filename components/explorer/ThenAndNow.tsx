import { Reason } from '../card/Reason.tsx';
import { RelationHeading } from '../card/RelationHeading.tsx';
import { viewsFor } from '../../presentation/card.ts';
import { useWords } from '../words.ts';
import { ClaimRow } from './ClaimRow.tsx';
import { useDesk } from './desk.ts';
import { thenAndNow } from '../../presentation/explorer/then-and-now.ts';

/** What one speaker said over time; where a statement stands differently to an earlier one, that is said between them. */
export function ThenAndNow({ speaker }: { speaker: string }) {
  const { t, text, date } = useWords();
  const { facts, linkTo, nameOf } = useDesk();
  const steps = thenAndNow(facts, speaker);
  if (steps.length === 0) return null;
  return (
    <section class="then-and-now" aria-labelledby="then-and-now">
      <h3 id="then-and-now">{steps.length > 1 ? t('explorer_then_and_now') : t('explorer_statements')}</h3>
      <ol>
        {steps.map(({ claim, changes }) => (
          <li key={claim.id} id={`said-${claim.id}`}>
            <ClaimRow claim={claim} speakerFirst />
            {changes.map(({ relation, earlier }) => (
              <div key={relation.id} class="change" data-relation={relation.id}>
                <RelationHeading kind={relation.kind} />
                <p>
                  {t('explorer_compared_with', { name: nameOf(earlier.claimant), date: date(earlier.date) })}{' '}
                  <a href={linkTo('relation', relation.id)}>{text(earlier.statement)}</a>
                </p>
                <Reason relation={viewsFor(facts).relationView(relation, null)} />
              </div>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
