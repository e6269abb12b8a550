import type { Arc } from '../../presentation/explorer/map-model.ts';
import { termKey } from '../../presentation/words.ts';
import { useWords } from '../words.ts';
import { useDesk } from './desk.ts';

/** What the map draws, one row a relation. */
export function MapTable({ arcs }: { arcs: Arc[] }) {
  const { t, text, date } = useWords();
  const { claims, nameOf, linkTo } = useDesk();
  return (
    <details class="as-table">
      <summary class="action">{t('explorer_as_table')}</summary>
      <div class="scroll" tabIndex={0} role="region" aria-label={t('explorer_map_table')}>
        <table>
          <caption class="unseen">{t('explorer_map_table')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('explorer_relation')}</th>
              <th scope="col">{t('explorer_first')}</th>
              <th scope="col">{t('explorer_second')}</th>
              <th scope="col">{t('explorer_why')}</th>
            </tr>
          </thead>
          <tbody>
            {arcs.map(({ relation }) => (
              <tr key={relation.id} data-relation={relation.id}>
                <th scope="row">
                  <a href={linkTo('relation', relation.id)}>{t(termKey('common_relation', relation.kind))}</a>
                </th>
                {relation.claims.map((id) => {
                  const claim = claims.get(id)!;
                  return (
                    <td key={id}>
                      <b>{nameOf(claim.claimant)}</b>, {date(claim.date)}:{' '}
                      <a href={linkTo('claim', id)}>{text(claim.statement)}</a>
                    </td>
                  );
                })}
                <td>{text(relation.reason)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
