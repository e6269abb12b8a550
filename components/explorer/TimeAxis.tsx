import type { ScaleTime } from 'd3-scale';
import { localeOf, type Language } from '../../data/languages.ts';
import { DAY_MS } from '../../presentation/explorer/timeline-model.ts';
import { useWords } from '../words.ts';

type Scale = ScaleTime<number, number>;

const TICK_EVERY_PX = 84;

/** The names of years, months and days over a chart. */
export function TimeAxis({ scale, heightPx }: { scale: Scale; heightPx: number }) {
  const { language } = useWords();
  return (
    <g class="axis" aria-hidden="true">
      {ticksOf(scale).map((tick, at) => (
        <text key={tick.getTime()} x={scale(tick) + 4} y={heightPx * 0.65} class={isYear(tick) ? 'year' : undefined}>
          {tickLabel(tick, at === 0, language)}
        </text>
      ))}
      <line class="base" x1="0" x2={scale.range()[1]} y1={heightPx} y2={heightPx} />
    </g>
  );
}

export function TimeLines({ scale, heightPx }: { scale: Scale; heightPx: number }) {
  return (
    <g aria-hidden="true">
      {ticksOf(scale).map((tick) => (
        <line
          key={tick.getTime()}
          class={isYear(tick) ? 'tick year' : 'tick'}
          x1={scale(tick)}
          x2={scale(tick)}
          y1="0"
          y2={heightPx}
        />
      ))}
    </g>
  );
}

const isYear = (tick: Date): boolean => tick.getUTCMonth() === 0 && tick.getUTCDate() === 1;

/** As many ticks as have room; never finer than a day. */
function ticksOf(scale: Scale): Date[] {
  const [start = 0, end = 0] = scale.range();
  return scale.ticks(Math.max(2, (end - start) / TICK_EVERY_PX)).filter((tick) => tick.getTime() % DAY_MS === 0);
}

function tickLabel(tick: Date, first: boolean, language: Language): string {
  const part: Intl.DateTimeFormatOptions = isYear(tick)
    ? { year: 'numeric' }
    : { month: 'short', ...(tick.getUTCDate() !== 1 && { day: 'numeric' }), ...(first && { year: 'numeric' }) };
  return new Intl.DateTimeFormat(localeOf(language), { ...part, timeZone: 'UTC' }).format(tick);
}
