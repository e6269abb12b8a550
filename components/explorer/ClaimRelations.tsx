import { viewsFor } from '../../presentation/card.ts';
import { Claim } from '../card/Claim.tsx';
import { Reason } from '../card/Reason.tsx';
import { RelationHeading } from '../card/RelationHeading.tsx';
import { useWords } from '../words.ts';
import { useDesk } from './desk.ts';

/** What stands with or against a statement, each with the reason; nothing where it stands alone. */
export function ClaimRelations({ id }: { id: string }) {
  const { t } = useWords();
  const { facts, tiesOf, linkTo, compareLink } = useDesk();
  const ties = tiesOf(id);
  if (ties.length === 0) return null;
  return (
    <section aria-labelledby="ties" class="ties-of">
      <h3 id="ties">{t('explorer_relations_between')}</h3>
      {ties.map((tie) => {
        const view = viewsFor(facts).relationView(tie, id);
        const other = view.claims[1];
        return (
          <div key={tie.id} data-relation={tie.id} class="tie-of">
            <RelationHeading kind={tie.kind} />
            <Claim claim={other} href={linkTo('claim', other.id)} speakerFirst />
            <Reason relation={view} />
            <p class="more-links">
              <a href={linkTo('relation', tie.id)}>{t('explorer_open_relation')}</a> ·{' '}
              <a href={compareLink(id, other.id)}>{t('explorer_compare_these')}</a>
            </p>
          </div>
        );
      })}
    </section>
  );
}
