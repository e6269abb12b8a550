import { termKey } from '../../presentation/words.ts';
import { useWords } from '../words.ts';
import { useDesk } from './desk.ts';
import type { Item } from '../../presentation/explorer/timeline-model.ts';
import { byDate } from '../../presentation/explorer/order.ts';

/** What the timeline draws, one row an item, earlier first. */
export function TimelineTable({ items }: { items: Item[] }) {
  const { t, text, date } = useWords();
  const { claims, sources, nameOf, linkTo } = useDesk();
  return (
    <details class="as-table">
      <summary class="action">{t('explorer_as_table')}</summary>
      <div class="scroll" tabIndex={0} role="region" aria-label={t('explorer_timeline_table')}>
        <table>
          <caption class="unseen">{t('explorer_timeline_table')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('explorer_when')}</th>
              <th scope="col">{t('explorer_claimant')}</th>
              <th scope="col">{t('explorer_what')}</th>
              <th scope="col">{t('explorer_kind')}</th>
            </tr>
          </thead>
          <tbody>
            {items
              .toSorted((a, b) => byDate(a.date, b.date))
              .map(({ kind, id, date: when }) => {
                const claim = claims.get(id);
                const source = sources.get(id);
                return (
                  <tr key={`${kind}-${id}`} data-item={id}>
                    <td>{date(when)}</td>
                    <td>{kind === 'claim' ? nameOf(claim!.claimant) : source!.publisher.name}</td>
                    <th scope="row">
                      <a href={linkTo(kind, id)}>{kind === 'claim' ? text(claim!.statement) : source!.title.text}</a>
                    </th>
                    <td>
                      {kind === 'claim' ? t(termKey('common_attitude', claim!.attitude)) : t('explorer_published')}
                    </td>
                  </tr>
                );
              })}
          </tbody>
        </table>
      </div>
    </details>
  );
}
