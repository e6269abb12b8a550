import { useMemo, useRef } from 'preact/hooks';
import { isContested } from '../../presentation/contested.ts';
import {
  placeLane,
  pulled,
  timeScale,
  DAY_MS,
  type Item,
  type Period,
} from '../../presentation/explorer/timeline-model.ts';
import { useWords } from '../words.ts';
import { useDesk } from './desk.ts';
import { TimeAxis, TimeLines } from './TimeAxis.tsx';
import { useMeasure } from './use-measure.ts';

const HEIGHT = 4;
const AXIS = 1.5;
const STEP_MS = 7 * DAY_MS;
const LEAP_MS = 30 * DAY_MS;

interface Props {
  items: Item[];
  domain: Period;
  period: Period;
  /** The part in which most was said. */
  crowd: Period;
  onChange(period: Period): void;
}

/** All of time in small, with a window that is pulled, moved, drawn anew, or changed by keys. */
export function TimelineOverview({ items, domain, period, crowd, onChange }: Props) {
  const { t } = useWords();
  const { facts } = useDesk();
  const frame = useRef<HTMLDivElement>(null);
  const { widthPx, remPx } = useMeasure(frame);
  const [heightPx, axisPx] = [HEIGHT * remPx, AXIS * remPx];
  const scale = timeScale([domain[0], domain[1]], Math.max(widthPx, 120));
  const { placed, rows } = useMemo(() => placeLane(items, scale), [items, domain, widthPx]);
  const brush = useBrush(period, domain, (x) => scale.invert(x).getTime(), onChange);
  const [left, right] = [scale(period[0]), scale(period[1])];
  const isSame = (other: Period) => other[0] === period[0] && other[1] === period[1];
  return (
    <div class="overview">
      <div class="actions" role="group" aria-label={t('explorer_period')}>
        <button type="button" class="action" aria-pressed={isSame(crowd)} onClick={() => onChange(crowd)}>
          {t('explorer_period_crowd')}
        </button>
        <button type="button" class="action" aria-pressed={isSame(domain)} onClick={() => onChange(domain)}>
          {t('explorer_zoom_all')}
        </button>
      </div>
      <div ref={frame} class="strip" style={{ height: `${heightPx + axisPx}px` }} {...brush}>
        <svg width={Math.max(widthPx, 120)} height={heightPx + axisPx} aria-hidden="true">
          <TimeAxis scale={scale} heightPx={axisPx} />
          <g transform={`translate(0 ${axisPx})`}>
            <TimeLines scale={scale} heightPx={heightPx} />
            {placed.map(({ item, x, width, row }) => (
              <rect
                key={item.id}
                class={`${item.kind === 'source' ? 'issue' : 'said'}${isContested(facts, item.id) ? ' contested' : ''}`}
                x={width < 3 ? x + width / 2 - 1.5 : x}
                width={Math.max(width, 3)}
                y={3 + (row / rows) * (heightPx - 6)}
                height={Math.max(((heightPx - 6) / rows) * 0.7, 0.8)}
              />
            ))}
          </g>
          <rect class="veil" x="0" y={axisPx} width={Math.max(left, 0)} height={heightPx} />
          <rect class="veil" x={right} y={axisPx} width={Math.max(widthPx - right, 0)} height={heightPx} />
          <rect class="window" x={left} y={axisPx + 0.5} width={Math.max(right - left, 1)} height={heightPx - 1} />
        </svg>
        <Handle hold="from" period={period} domain={domain} xPx={left} topPx={axisPx} onChange={onChange} />
        <Handle hold="to" period={period} domain={domain} xPx={right} topPx={axisPx} onChange={onChange} />
      </div>
    </div>
  );
}

interface HandleProps extends Pick<Props, 'period' | 'domain' | 'onChange'> {
  hold: 'from' | 'to';
  xPx: number;
  topPx: number;
}

/** One end of the window. Arrow keys move it by a week, the page keys by a month, with Shift the whole window. */
function Handle({ hold, period, domain, xPx, topPx, onChange }: HandleProps) {
  const { t, date } = useWords();
  const at = hold === 'from' ? period[0] : period[1];
  const day = (ms: number) => Math.round(ms / DAY_MS);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = {
      ArrowRight: STEP_MS,
      ArrowUp: STEP_MS,
      ArrowLeft: -STEP_MS,
      ArrowDown: -STEP_MS,
      PageUp: LEAP_MS,
      PageDown: -LEAP_MS,
      Home: domain[0] - at,
      End: domain[1] - at,
    }[event.key];
    if (by === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    onChange(pulled(period, event.shiftKey ? 'all' : hold, by, domain));
  };
  return (
    <div
      class="handle"
      role="slider"
      tabIndex={0}
      data-hold={hold}
      aria-label={t(`explorer_${hold}`)}
      aria-valuemin={day(domain[0])}
      aria-valuemax={day(domain[1])}
      aria-valuenow={day(at)}
      aria-valuetext={date(new Date(at).toISOString().slice(0, 10))}
      style={{ left: `${xPx}px`, top: `${topPx}px` }}
      onKeyDown={onKeyDown}
    />
  );
}

/** What pulls at the strip do: at a handle that end moves, within the window all of it, elsewhere a new window begins. */
function useBrush(period: Period, domain: Period, msAt: (x: number) => number, onChange: (period: Period) => void) {
  const pull = useRef<{ hold: 'from' | 'to' | 'all'; startMs: number; start: Period } | null>(null);
  const xOf = (event: PointerEvent) => event.clientX - (event.currentTarget as Element).getBoundingClientRect().left;
  return {
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0) return;
      const ms = msAt(xOf(event));
      const held = (event.target as HTMLElement).dataset.hold as 'from' | 'to' | undefined;
      const isWithin = ms > period[0] && ms < period[1] && !isWhole(period, domain);
      const start: Period = held || isWithin ? period : [ms, ms];
      pull.current = { hold: held ?? (isWithin ? 'all' : 'to'), startMs: ms, start };
      (event.currentTarget as Element).setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent) {
      if (!pull.current) return;
      const { hold, startMs, start } = pull.current;
      const byMs = msAt(xOf(event)) - startMs;
      if (start[0] !== start[1]) onChange(pulled(start, hold, byMs, domain));
      else if (Math.abs(byMs) > DAY_MS)
        onChange(byMs > 0 ? pulled(start, 'to', byMs, domain) : pulled(start, 'from', byMs, domain));
    },
    onPointerUp() {
      pull.current = null;
    },
    onPointerCancel() {
      pull.current = null;
    },
  };
}

const isWhole = (period: Period, domain: Period): boolean => period[0] <= domain[0] && period[1] >= domain[1];
