import { localeOf, type Language } from '../../data/languages.ts';
import type { ScaleTime } from 'd3-scale';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { termKey } from '../../presentation/words.ts';
import { useWords } from '../words.ts';
import { useDesk } from './desk.ts';
import { stepOf } from './roving.ts';
import type { Selection } from '../../presentation/explorer/selection.ts';
import {
  crowdOf,
  DAY_MS,
  domainOf,
  extentOf,
  lanesOf,
  MAX_ZOOM,
  timeScale,
  type Item,
} from '../../presentation/explorer/timeline-model.ts';
import { TimelineTable } from './TimelineTable.tsx';
import { byDate } from '../../presentation/explorer/order.ts';

/** Below this a scale cannot be read; the chart then scrolls. */
const MIN_WIDTH_PX = 300;
const TICK_EVERY_PX = 84;
/** Room for the sign of an open end. */
const OPEN_END_PX = 16;
/** On paper nothing scrolls: what is left of an A4 page beside the words. */
const PRINT_WIDTH_PX = 370;

/** Statements and publications to scale, in lanes by who spoke. Arrow keys walk, Enter opens; the table below says the same. */
export function Timeline({ selection }: { selection: Selection }) {
  const words = useWords();
  const { t } = words;
  const { nameOf, linkTo } = useDesk();
  const { claims, sources } = selection;
  const lanes = useMemo(() => lanesOf(claims, sources), [claims, sources]);
  const domain = useMemo(() => domainOf(lanes), [lanes]);
  const crowd = useMemo(() => crowdOf(lanes, domain), [lanes, domain]);
  const [zoom, setZoom] = useState(crowd.zoom);
  const [current, setCurrent] = useState(0);
  const chart = useRef<HTMLDivElement>(null);
  const view = useTrackWidth(chart);
  const printing = usePrinting();
  const widthPx = printing ? PRINT_WIDTH_PX : Math.round(Math.max(view, MIN_WIDTH_PX) * zoom);
  const scale = timeScale(domain, widthPx);
  const scroll = useSteadyScroll(chart, scale, crowd.from);

  useEffect(() => {
    setZoom(crowd.zoom);
    setCurrent(0);
  }, [crowd]);

  const items = lanes.flatMap((lane) => lane.items);
  const orders = useMemo(() => {
    const down = items.map((_, place) => place);
    return { down, across: down.toSorted((a, b) => byDate(items[a]!.date, items[b]!.date) || a - b) };
  }, [lanes]);
  const zoomTo = (next: number) => {
    scroll.hold();
    setZoom(Math.min(Math.max(next, 1), MAX_ZOOM));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+') zoomTo(zoom * 2);
    else if (event.key === '-') zoomTo(zoom / 2);
    else {
      const next = stepOf(event.key, current, orders);
      if (next === null) return;
      setCurrent(next);
      chart.current?.querySelector<HTMLElement>(`[data-place="${next}"]`)?.focus();
    }
    event.preventDefault();
  };
  // Whatever is in focus is in view: its row by the browser, its place in time by us.
  const arrive = (place: number) => {
    setCurrent(place);
    const { x, width } = extentOf(items[place]!.span, scale);
    scroll.show(x, width);
  };

  if (items.length === 0) return <p class="nothing">{t('explorer_nothing')}</p>;
  let place = -1;
  return (
    <>
      <div class="chart-tools">
        <div role="group" aria-label={t('explorer_zoom')} class="actions">
          <button
            type="button"
            class="action"
            aria-label={t('explorer_zoom_out')}
            disabled={zoom <= 1}
            onClick={() => zoomTo(zoom / 2)}
          >
            −
          </button>
          <button
            type="button"
            class="action"
            aria-label={t('explorer_zoom_in')}
            disabled={zoom >= MAX_ZOOM}
            onClick={() => zoomTo(zoom * 2)}
          >
            +
          </button>
          <button type="button" class="action" disabled={zoom === 1} onClick={() => zoomTo(1)}>
            {t('explorer_zoom_all')}
          </button>
        </div>
        <Legend />
        <p id="timeline-keys" class="soft keys">
          {t('explorer_timeline_keys')}
        </p>
      </div>
      <div
        ref={chart}
        class="timeline"
        role="group"
        aria-label={t('explorer_view_timeline')}
        aria-describedby="timeline-keys"
        onKeyDown={onKeyDown}
      >
        <div class="axis" aria-hidden="true">
          <div class="corner" />
          <Axis scale={scale} widthPx={widthPx} />
        </div>
        {lanes.map(({ claimant, items: said }) => (
          <section
            key={claimant ?? ''}
            class={claimant ? 'lane' : 'lane published'}
            aria-label={claimant ? nameOf(claimant) : t('explorer_published')}
          >
            <h3>{claimant ? <span>{nameOf(claimant)}</span> : <span>{t('explorer_published')}</span>}</h3>
            <ol>
              {said.map((item) => {
                place += 1;
                const at = place;
                return (
                  // The link carries the words; for the pointer, the drawing beside it leads there too.
                  <li
                    key={item.id}
                    class="row"
                    onClick={(event) =>
                      (event.target as Element).closest('svg') && event.currentTarget.querySelector('a')!.click()
                    }
                  >
                    <ItemLink
                      item={item}
                      place={at}
                      current={at === current}
                      href={linkTo(item.kind, item.id)}
                      onFocus={() => arrive(at)}
                    />
                    <Track item={item} scale={scale} widthPx={widthPx} />
                  </li>
                );
              })}
            </ol>
          </section>
        ))}
      </div>
      <TimelineTable items={items} />
    </>
  );
}

function ItemLink({
  item,
  place,
  current,
  href,
  onFocus,
}: {
  item: Item;
  place: number;
  current: boolean;
  href: string;
  onFocus(): void;
}) {
  const { t, text, date } = useWords();
  const { claims, sources } = useDesk();
  const claim = claims.get(item.id);
  const title = claim ? text(claim.statement) : sources.get(item.id)!.title.text;
  return (
    <a
      href={href}
      data-place={place}
      data-item={item.id}
      tabIndex={current ? 0 : -1}
      onFocus={onFocus}
      lang={claim ? undefined : sources.get(item.id)!.language}
    >
      {title}{' '}
      <small>
        {date(item.date)}
        {claim && ` · ${t(termKey('common_attitude', claim.attitude))}`}
      </small>
    </a>
  );
}

/** The scale's lines and the span of one item. A day is a dot, anything longer a bar; what is not certain is drawn in dashes. */
function Track({ item, scale, widthPx }: { item: Item; scale: ScaleTime<number, number>; widthPx: number }) {
  const { span } = item;
  const { x, width } = extentOf(span, scale);
  const [before, after] = [span.from, span.to].map((end) => (Number.isFinite(end) ? 0 : OPEN_END_PX)) as [
    number,
    number,
  ];
  const vague = span.approximate || span.uncertain;
  const isDay = span.to - span.from <= DAY_MS;
  const kind = `${item.kind === 'source' ? 'issue' : 'said'}${vague ? ' vague' : ''}`;
  return (
    <svg class="track" width={widthPx} aria-hidden="true">
      <Lines scale={scale} />
      {isDay ? (
        <>
          {vague && <circle class="halo" cx={x + width / 2} cy="50%" r="9" />}
          <circle class={kind} cx={x + width / 2} cy="50%" r="5" />
        </>
      ) : (
        <svg y="50%" overflow="visible">
          <rect class={kind} x={x + before} y="-4.5" width={Math.max(width - before - after, 1)} height="9" rx="2" />
          {before > 0 && <path class="open-end" d={`M${x + 12} -7 l-8 7 l8 7`} />}
          {after > 0 && <path class="open-end" d={`M${x + width - 12} -7 l8 7 l-8 7`} />}
        </svg>
      )}
      {span.uncertain && (
        <svg y="50%" overflow="visible">
          <text x={x + width + 12} dy="0.35em">
            ?
          </text>
        </svg>
      )}
    </svg>
  );
}

function Lines({ scale }: { scale: ScaleTime<number, number> }) {
  return (
    <>
      {ticksOf(scale).map((tick) => (
        <line
          key={tick.getTime()}
          class={tick.getUTCMonth() === 0 && tick.getUTCDate() === 1 ? 'tick year' : 'tick'}
          x1={scale(tick)}
          x2={scale(tick)}
          y1="0"
          y2="100%"
        />
      ))}
    </>
  );
}

function Axis({ scale, widthPx }: { scale: ScaleTime<number, number>; widthPx: number }) {
  const { language } = useWords();
  return (
    <svg width={widthPx} height="30">
      <Lines scale={scale} />
      {ticksOf(scale).map((tick, at) => (
        <text key={tick.getTime()} x={scale(tick) + 4} y="20" class={isYear(tick) ? 'year' : undefined}>
          {tickLabel(tick, at === 0, language)}
        </text>
      ))}
    </svg>
  );
}

const isYear = (tick: Date): boolean => tick.getUTCMonth() === 0 && tick.getUTCDate() === 1;

/** As many ticks as have room; never finer than a day. */
function ticksOf(scale: ScaleTime<number, number>): Date[] {
  const [start = 0, end = 0] = scale.range();
  return scale.ticks(Math.max(2, (end - start) / TICK_EVERY_PX)).filter((tick) => tick.getTime() % DAY_MS === 0);
}

function tickLabel(tick: Date, first: boolean, language: Language): string {
  const part: Intl.DateTimeFormatOptions = isYear(tick)
    ? { year: 'numeric' }
    : { month: 'short', ...(tick.getUTCDate() !== 1 && { day: 'numeric' }), ...(first && { year: '2-digit' }) };
  return new Intl.DateTimeFormat(localeOf(language), { ...part, timeZone: 'UTC' }).format(tick);
}

function Legend() {
  const { t } = useWords();
  const entries = [
    ['explorer_legend_day', <circle key="d" class="said" cx="14" cy="9" r="5" />],
    ['explorer_legend_span', <rect key="s" class="said" x="2" y="5" width="24" height="8" rx="2" />],
    ['explorer_legend_vague', <rect key="v" class="said vague" x="2" y="5" width="24" height="8" rx="2" />],
    ['explorer_legend_open', <path key="o" class="open-end" d="M16 2 l-8 7 l8 7" />],
  ] as const;
  return (
    <ul class="legend soft">
      {entries.map(([key, sign]) => (
        <li key={key}>
          <svg width="28" height="18" aria-hidden="true">
            {sign}
          </svg>
          {t(key)}
        </li>
      ))}
    </ul>
  );
}

function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const life = new AbortController();
    addEventListener('beforeprint', () => setPrinting(true), { signal: life.signal });
    addEventListener('afterprint', () => setPrinting(false), { signal: life.signal });
    return () => life.abort();
  }, []);
  return printing;
}

/** Width of the chart beside its column of words. */
function useTrackWidth(chart: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = chart.current;
    if (!element) return undefined;
    const measure = () =>
      setWidth(element.clientWidth - (element.querySelector<HTMLElement>('.corner')?.offsetWidth ?? 0));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);
  return width;
}

/** Keeps the same moment in the middle when the scale changes; begins where most was said. */
function useSteadyScroll(chart: { current: HTMLElement | null }, scale: ScaleTime<number, number>, from: number) {
  const held = useRef<Date | null>(null);
  const widthPx = scale.range()[1] ?? 0;
  const room = () =>
    chart.current
      ? chart.current.clientWidth - (chart.current.querySelector<HTMLElement>('.corner')?.offsetWidth ?? 0)
      : 0;
  useLayoutEffect(() => {
    if (!chart.current) return;
    chart.current.scrollLeft = held.current ? scale(held.current) - room() / 2 : scale(from) - 40;
  }, [widthPx, from]);
  return {
    hold() {
      held.current = scale.invert((chart.current?.scrollLeft ?? 0) + room() / 2);
    },
    show(x: number, width: number) {
      const element = chart.current;
      if (!element) return;
      const visible = x >= element.scrollLeft && x + Math.min(width, 40) <= element.scrollLeft + room();
      if (!visible) element.scrollLeft = x - room() / 3;
    },
  };
}
