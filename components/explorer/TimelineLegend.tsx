import { spanOf, type Item, type Placed } from '../../presentation/explorer/timeline-model.ts';
import { useWords } from '../words.ts';
import { TimeMark } from './TimeMark.tsx';

const mark = (date: string, more: Partial<Placed> = {}, kind: Item['kind'] = 'claim'): Placed => ({
  item: { kind, id: date, date, span: spanOf(date) },
  row: 0,
  x: 1,
  width: 28,
  ends: { before: 'known', after: 'known' },
  beyond: null,
  ...more,
});

/** How dates are drawn. */
export function TimelineLegend() {
  const { t } = useWords();
  const entries = [
    ['explorer_legend_day', mark('2021-10-20'), false],
    ['explorer_legend_month', mark('2021-10'), false],
    ['explorer_legend_span', mark('2021'), false],
    ['explorer_legend_open', mark('../2021', { ends: { before: 'open', after: 'known' } }), false],
    ['explorer_legend_cut', mark('2021', { ends: { before: 'known', after: 'cut' } }), false],
    ['explorer_legend_contested', mark('2021-10-20'), true],
    ['explorer_legend_published', mark('2021-10-20', {}, 'source'), false],
  ] as const;
  return (
    <ul class="legend soft">
      {entries.map(([key, placed, contested]) => (
        <li key={key}>
          <svg width="30" height="14" viewBox="0 -7 30 14" aria-hidden="true">
            <TimeMark placed={placed} contested={contested} />
          </svg>
          {t(key)}
        </li>
      ))}
    </ul>
  );
}
