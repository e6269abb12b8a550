import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { contestsOf } from '../../presentation/contested.ts';
import { byDate } from '../../presentation/explorer/order.ts';
import type { Selection } from '../../presentation/explorer/selection.ts';
import { crowdOf, domainOf, lanesOf, type Item, type Period } from '../../presentation/explorer/timeline-model.ts';
import { useWords } from '../words.ts';
import { useDesk } from './desk.ts';
import { Reading } from './Reading.tsx';
import { stepOf } from './roving.ts';
import { SavePicture } from './SavePicture.tsx';
import { TimelineChart } from './TimelineChart.tsx';
import { TimelineLegend } from './TimelineLegend.tsx';
import { TimelineOverview } from './TimelineOverview.tsx';
import { TimelineTable } from './TimelineTable.tsx';

/**
 * Statements and publications in time: all of them above, with a window over a part; that part below, in lanes by who spoke.
 * Arrow keys walk, Enter opens; the table at the foot says the same.
 */
export function Timeline({ selection }: { selection: Selection }) {
  const { t } = useWords();
  const { facts } = useDesk();
  const { claims, sources } = selection;
  const lanes = useMemo(() => lanesOf(claims, sources), [claims, sources]);
  const domain = useMemo(() => domainOf(lanes), [lanes]);
  const [period, setPeriod] = useState<Period>(() => crowdOf(lanes, domain));
  const [current, setCurrent] = useState(0);
  const [active, setActive] = useState<Item | null>(null);
  const picture = useRef<HTMLDivElement>(null);
  useEffect(() => {
    setPeriod(crowdOf(lanes, domain));
    setCurrent(0);
    setActive(null);
  }, [lanes]);

  const items = useMemo(() => lanes.flatMap((lane) => lane.items), [lanes]);
  const orders = useMemo(() => {
    const down = items.map((_, place) => place);
    return { down, across: down.toSorted((a, b) => byDate(items[a]!.date, items[b]!.date) || a - b) };
  }, [items]);
  if (items.length === 0) return <p class="nothing">{t('explorer_nothing')}</p>;

  const arrive = (place: number) => {
    const item = items[place]!;
    setCurrent(place);
    setActive(item);
    setPeriod((shown) => around(item, shown, domain));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = stepOf(event.key, current, orders);
    if (next === null) return;
    event.preventDefault();
    picture.current?.querySelector<SVGElement>(`[data-place="${next}"]`)?.focus();
  };
  const contested = active?.kind === 'claim' ? contestsOf(facts, active.id) : [];
  return (
    <>
      <div class="chart-tools">
        <TimelineLegend />
        <p id="timeline-keys" class="soft keys">
          {t('explorer_timeline_keys')}
        </p>
        <SavePicture of={picture} name="bridle-timeline" title={t('explorer_view_timeline')} />
      </div>
      <TimelineOverview
        items={items}
        domain={domain}
        period={period}
        crowd={crowdOf(lanes, domain)}
        onChange={setPeriod}
      />
      <div
        ref={picture}
        class={active ? 'timeline has-active' : 'timeline'}
        role="group"
        aria-label={t('explorer_view_timeline')}
        aria-describedby="timeline-keys"
        onKeyDown={onKeyDown}
      >
        <TimelineChart
          lanes={lanes}
          period={period}
          current={current}
          active={active?.id ?? null}
          onArrive={arrive}
          onPoint={setActive}
        />
      </div>
      <Reading
        hint={t('explorer_timeline_hint')}
        relation={contested[0] ?? null}
        record={active}
        more={contested.length - 1}
      />
      <TimelineTable items={items} />
    </>
  );
}

/** What is in focus is in the window: one that does not meet it moves there. */
function around({ span }: Item, shown: Period, [first, last]: Period): Period {
  if (span.to > shown[0] && span.from < shown[1]) return shown;
  const length = shown[1] - shown[0];
  const middle = Number.isFinite(span.from) ? span.from : span.to;
  const from = Math.min(Math.max(middle - length / 2, first), last - length);
  return [from, from + length];
}
