import { useMemo, useRef } from 'preact/hooks';
import {
  anchorOf,
  certaintyOf,
  placeLane,
  timeScale,
  type Item,
  type Lane,
  type Period,
  type Placed,
} from '../../presentation/explorer/timeline-model.ts';
import { isContesting } from '../../data/relation-kinds.ts';
import { isContested } from '../../presentation/contested.ts';
import { useWords } from '../words.ts';
import { useDesk } from './desk.ts';
import { TimeAxis, TimeLines } from './TimeAxis.tsx';
import { TimeMark } from './TimeMark.tsx';
import { useMeasure } from './use-measure.ts';

/** In rem, so that all of it grows with the reader's font size. */
const ROW = { day: 0.75, line: 0.5 };
const LANE_PAD = 0.55;
const LEAST_LANE = 1.45;
const NAMES = 16;
const AXIS = 1.8;
/** Below this width a name stands above its lane. */
const NARROW = 44;

interface Props {
  lanes: Lane[];
  period: Period;
  /** Which item is in the order of tabs. */
  current: number;
  /** Id of the item in focus or under the pointer. */
  active: string | null;
  onArrive(place: number): void;
  onPoint(item: Item | null): void;
}

/** The part of time that is shown: a lane for each speaker, with lines between the statements that contradict one another. */
export function TimelineChart({ lanes, period, current, active, onArrive, onPoint }: Props) {
  const { t } = useWords();
  const { facts, nameOf } = useDesk();
  const frame = useRef<HTMLDivElement>(null);
  const { widthPx, remPx } = useMeasure(frame);
  const narrow = widthPx < NARROW * remPx;
  const namesPx = narrow ? 0 : NAMES * remPx;
  const trackPx = Math.max(widthPx - namesPx, 120);
  const chart = useMemo(() => layOut(lanes, period, trackPx, remPx, narrow), [lanes, period, trackPx, remPx, narrow]);
  const { scale, rows, heightPx } = chart;
  const axisPx = AXIS * remPx;
  let place = -1;
  return (
    <div ref={frame} class={narrow ? 'chart narrow' : 'chart'} style={{ height: `${heightPx + axisPx}px` }}>
      {rows.map(({ lane, topPx, heightPx: lanePx }) => (
        <div
          key={lane.claimant ?? ''}
          class={lane.claimant ? 'lane-name' : 'lane-name published'}
          aria-hidden="true"
          style={{ top: `${topPx + axisPx}px`, height: `${lanePx}px`, width: narrow ? '100%' : `${namesPx}px` }}
        >
          <span>{lane.claimant ? nameOf(lane.claimant) : t('explorer_published')}</span>
        </div>
      ))}
      <svg
        class="tracks"
        width={trackPx}
        height={heightPx + axisPx}
        style={{ insetInlineStart: `${namesPx}px` }}
        onMouseLeave={() => onPoint(null)}
      >
        <TimeAxis scale={scale} heightPx={axisPx} />
        <g transform={`translate(0 ${axisPx})`}>
          <TimeLines scale={scale} heightPx={heightPx} />
          <Ties rows={rows} active={active} middlePx={trackPx / 2} />
          {rows.map(({ lane, marks }) => (
            <g
              key={lane.claimant ?? ''}
              role="group"
              aria-label={lane.claimant ? nameOf(lane.claimant) : t('explorer_published')}
            >
              {marks.map(({ placed, y }) => {
                place += 1;
                const at = place;
                return (
                  <ItemLink
                    key={placed.item.id}
                    placed={placed}
                    y={y}
                    place={at}
                    isStop={at === current}
                    isActive={placed.item.id === active}
                    isContested={isContested(facts, placed.item.id)}
                    onFocus={() => onArrive(at)}
                    onPoint={() => onPoint(placed.item)}
                  />
                );
              })}
            </g>
          ))}
        </g>
      </svg>
    </div>
  );
}

interface Row {
  lane: Lane;
  topPx: number;
  heightPx: number;
  marks: { placed: Placed; y: number }[];
}

function layOut(lanes: Lane[], period: Period, trackPx: number, remPx: number, narrow: boolean) {
  const scale = timeScale([period[0], period[1]], trackPx);
  const rows: Row[] = [];
  let topPx = 0;
  for (const lane of lanes) {
    const { placed, rows: count } = placeLane(lane.items, scale);
    const namePx = narrow ? 1.3 * remPx : 0;
    const { centres, heightPx: marksPx } = rowsOf(placed, count, remPx);
    const heightPx = namePx + Math.max(marksPx + LANE_PAD * remPx, LEAST_LANE * remPx);
    const from = topPx + namePx + (LANE_PAD / 2) * remPx;
    rows.push({
      lane,
      topPx,
      heightPx,
      marks: placed.map((mark) => ({ placed: mark, y: from + centres[mark.row]! })),
    });
    topPx += heightPx;
  }
  return { scale, rows, heightPx: topPx };
}

/** Rows with dots are higher than rows of lines. */
function rowsOf(placed: Placed[], count: number, remPx: number): { centres: number[]; heightPx: number } {
  const centres: number[] = [];
  let heightPx = 0;
  for (let row = 0; row < count; row++) {
    const hasDot = placed.some((mark) => mark.row === row && certaintyOf(mark.item.span) === 'day');
    const rowPx = (hasDot ? ROW.day : ROW.line) * remPx;
    centres.push(heightPx + rowPx / 2);
    heightPx += rowPx;
  }
  return { centres, heightPx };
}

/** Lines between contradicting statements, those of the item in focus strong. */
function Ties({ rows, active, middlePx }: { rows: Row[]; active: string | null; middlePx: number }) {
  const { facts } = useDesk();
  const marks = new Map(rows.flatMap((row) => row.marks.map((mark) => [mark.placed.item.id, mark] as const)));
  return (
    <g class="ties-in-time" aria-hidden="true">
      {facts.relations
        .filter(({ kind }) => isContesting(kind))
        .map(({ id, claims }) => {
          const [a, b] = claims.map((claim) => marks.get(claim));
          if (!a || !b) return null;
          const [fromX, toX] = [anchorOf(a.placed), anchorOf(b.placed)];
          const bend = Math.min(90, 14 + Math.abs(b.y - a.y) / 5) * ((fromX + toX) / 2 > middlePx ? -1 : 1);
          return (
            <path
              key={id}
              data-tie={id}
              class={active && claims.includes(active) ? 'active' : undefined}
              d={`M${fromX} ${a.y} C${fromX + bend} ${a.y} ${toX + bend} ${b.y} ${toX} ${b.y}`}
            />
          );
        })}
    </g>
  );
}

interface LinkProps {
  placed: Placed;
  y: number;
  place: number;
  isStop: boolean;
  isActive: boolean;
  isContested: boolean;
  onFocus(): void;
  onPoint(): void;
}

function ItemLink({ placed, y, place, isStop, isActive, isContested, onFocus, onPoint }: LinkProps) {
  const { t, date } = useWords();
  const { linkTo, titleOf } = useDesk();
  const { item, x, width } = placed;
  const notes = isContested ? ` · ${t('explorer_contested_mark')}` : '';
  return (
    <a
      href={linkTo(item.kind, item.id)}
      data-place={place}
      data-item={item.id}
      class={isActive ? 'active' : undefined}
      // In SVG the capital letter would make it another attribute.
      tabindex={isStop ? 0 : -1}
      aria-label={`${titleOf(item.kind, item.id)} ${date(item.date)}${notes}`}
      onFocus={onFocus}
      onMouseEnter={onPoint}
    >
      <g transform={`translate(0 ${y})`}>
        <rect
          class="reach"
          x={x + width / 2 - Math.max(width, 12) / 2}
          y="-5"
          width={Math.max(width, 12)}
          height="10"
          rx="3"
        />
        <TimeMark placed={placed} contested={isContested} />
      </g>
    </a>
  );
}
