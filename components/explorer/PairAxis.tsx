import { localeOf } from '../../data/languages.ts';
import type { FactsClaim } from '../../data/facts.ts';
import { reachOf } from '../../presentation/reach.ts';
import { boundsOf } from '../../presentation/dates.ts';
import { DAY_MS, placeLane, spanOf, timeScale, type Period } from '../../presentation/explorer/timeline-model.ts';
import { useWords } from '../words.ts';
import { useDesk } from './desk.ts';
import { TimeMark } from './TimeMark.tsx';

const WIDTH = 480;
const ROW = 14;

/** Where two statements stand in time, the contested one above, over the months in which the reports came out. */
export function PairAxis({ subject, claim }: { subject: FactsClaim; claim: FactsClaim }) {
  const { t, date, language } = useWords();
  const { facts } = useDesk();
  const { from, to } = reachOf(facts);
  const period: Period = [boundsOf(from).from, boundsOf(to).to + DAY_MS];
  const scale = timeScale(period, WIDTH);
  const month = new Intl.DateTimeFormat(localeOf(language), { month: 'short', timeZone: 'UTC' });
  const year = new Intl.DateTimeFormat(localeOf(language), { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const ticks = scale.ticks(6).filter((tick) => tick.getUTCDate() === 1 && tick.getTime() < period[1]);
  return (
    <svg
      class="pair-axis"
      viewBox={`-12 0 ${WIDTH + 24} ${2 * ROW + 20}`}
      role="img"
      aria-label={t('explorer_pair_axis', { first: date(subject.date), second: date(claim.date) })}
    >
      {ticks.map((tick, at) => (
        <g key={tick.getTime()}>
          <line class="tick" x1={scale(tick)} x2={scale(tick)} y1="0" y2={2 * ROW + 4} />
          <text x={scale(tick) + 3} y={2 * ROW + 15}>
            {(at === 0 ? year : month).format(tick)}
          </text>
        </g>
      ))}
      {[subject, claim].map(({ id, date: said }, row) => {
        const item = { kind: 'claim' as const, id, date: said, span: spanOf(said) };
        const [placed] = placeLane([item], scale).placed;
        return (
          <g key={id} transform={`translate(0 ${row * ROW + ROW / 2})`} class={row === 0 ? 'first' : 'second'}>
            <TimeMark placed={placed!} contested={row === 1} />
          </g>
        );
      })}
    </svg>
  );
}
