import { useMemo, useRef, useState } from 'preact/hooks';
import type { Relation } from '../../data/facts.ts';
import { KNOT_PX, knotHeights, trackScale, type Arc, type MapModel } from '../../presentation/explorer/map-model.ts';
import { useWords } from '../words.ts';
import { KindLegend } from './KindLegend.tsx';
import { MapBracket } from './MapBracket.tsx';
import { MapCluster } from './MapCluster.tsx';
import { MapTable } from './MapTable.tsx';
import { Reading } from './Reading.tsx';
import { stepOf } from './roving.ts';
import { SavePicture } from './SavePicture.tsx';
import { useMeasure } from './use-measure.ts';

/** Below this width, in rem, a statement takes three lines, and its date stands below it. */
const NARROW = 44;
const TRACK_PX = 26;

/**
 * Claims in rows under who made them; a bracket beside the text joins two that belong together, with the sign of the kind on it.
 * Up and down walk the claims, left and right the brackets, Enter opens; the bar at the foot and the table say the same in words.
 */
export function ContradictionMap({ map }: { map: MapModel }) {
  const { t } = useWords();
  const picture = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const { widthPx, remPx } = useMeasure(frame);
  const [active, setActive] = useState<string | null>(null);
  const [current, setCurrent] = useState(0);
  const heights = heightsFor(widthPx < NARROW * remPx, remPx);
  const arcsPx = Math.min(map.tracks * TRACK_PX + 24, Math.max(widthPx * 0.26, 90));
  const layout = useMemo(() => layOut(map, heights, arcsPx), [map, heights.rowPx, arcsPx]);
  if (map.arcs.length === 0) {
    return (
      <div ref={frame}>
        <p class="nothing">{t('explorer_no_relations')}</p>
      </div>
    );
  }
  const rows = map.clusters.flatMap(({ claims }) => claims);
  const shown = map.arcs.filter((arc) => isActive(arc, active));
  const involved = new Set(shown.flatMap(({ relation }) => relation.claims));
  const onKeyDown = (event: KeyboardEvent) => {
    const next = placeAfter(event.key, current, map.arcs, rows.length);
    if (next === null) return;
    event.preventDefault();
    setCurrent(next);
    frame.current?.querySelector<HTMLElement | SVGElement>(`[data-place="${next}"]`)?.focus();
  };
  const arrive = (place: number, id: string) => {
    setCurrent(place);
    setActive(id);
  };
  let row = 0;
  return (
    <>
      <div class="chart-tools">
        <p id="map-keys" class="soft keys">
          {t('explorer_map_keys')}
        </p>
        <SavePicture of={picture} name="bridle-map" title={t('explorer_view_map')} />
      </div>
      <div ref={picture}>
        <div
          ref={frame}
          class={active ? 'map has-active' : 'map'}
          role="group"
          aria-label={t('explorer_view_map')}
          aria-describedby="map-keys"
          style={{ height: `${layout.heightPx}px` }}
          onKeyDown={onKeyDown}
        >
          {map.clusters.map((cluster, at) => {
            const first = row;
            row += cluster.claims.length;
            return (
              <MapCluster
                key={cluster.claimant}
                cluster={cluster}
                firstPlace={first}
                current={current}
                involved={involved}
                place={{ topPx: layout.tops[at]!, asidePx: arcsPx, ...heights }}
                onArrive={arrive}
                onPoint={setActive}
              />
            );
          })}
          <svg
            class="arcs"
            width={arcsPx}
            height={layout.heightPx}
            role="group"
            aria-label={t('explorer_relations_between')}
          >
            {map.arcs.map((arc, at) => (
              <MapBracket
                key={arc.relation.id}
                arc={arc}
                drawn={layout.brackets[at]!}
                place={rows.length + at}
                isStop={rows.length + at === current}
                isActive={isActive(arc, active)}
                onArrive={arrive}
                onPoint={setActive}
              />
            ))}
          </svg>
        </div>
      </div>
      <Reading {...readingOf(shown, active)} hint={t('explorer_map_hint')} />
      <KindLegend />
      <MapTable arcs={map.arcs} />
    </>
  );
}

/** Heights follow the reader's font size. */
const heightsFor = (narrow: boolean, remPx: number) => ({
  rowPx: (narrow ? 4.5 : 1.65) * remPx,
  headingPx: 1.75 * remPx,
});

/** A bracket is active by itself or by one of its claims. */
const isActive = ({ relation }: Arc, active: string | null): boolean =>
  active !== null && (relation.id === active || relation.claims.includes(active));

/** Of a statement with several ties the gravest, from its side. */
function readingOf(
  shown: Arc[],
  active: string | null,
): { relation: Relation | null; record?: { kind: 'claim'; id: string }; more: number } {
  const [first] = shown;
  if (!first || !active) return { relation: null, more: 0 };
  return {
    relation: first.relation,
    more: shown.length - 1,
    ...(first.relation.id !== active && { record: { kind: 'claim' as const, id: active } }),
  };
}

/** From a claim, across leads to its first bracket; from a bracket, up and down lead to its claims. */
function placeAfter(key: string, current: number, arcs: Arc[], rows: number): number | null {
  if (current < rows) {
    const first = arcs.findIndex(({ rows: pair }) => pair.includes(current));
    if (key === 'ArrowRight' && first !== -1) return rows + first;
    return stepOf(key, current, { across: [], down: Array.from({ length: rows }, (_, row) => row) });
  }
  if (key === 'ArrowUp') return arcs[current - rows]!.rows[0];
  if (key === 'ArrowDown') return arcs[current - rows]!.rows[1];
  return stepOf(key, current, { across: arcs.map((_, at) => rows + at), down: [] });
}

/** Where a bracket runs and its sign stands, in pixels. */
export interface Drawn {
  fromY: number;
  toY: number;
  depth: number;
  knotY: number;
}

/** Heights are given, not measured, so that brackets meet their rows on paper and at any zoom. */
function layOut({ clusters, arcs, tracks }: MapModel, heights: ReturnType<typeof heightsFor>, arcsPx: number) {
  const { rowPx, headingPx } = heights;
  const tops: number[] = [];
  const centres: number[] = [];
  let y = 0;
  for (const { claims } of clusters) {
    tops.push(y);
    y += headingPx;
    for (const _ of claims) {
      centres.push(y + rowPx / 2);
      y += rowPx;
    }
  }
  const depth = trackScale(tracks, arcsPx);
  const spans = arcs.map(({ rows: [upper, lower], track }) => ({
    x: depth(track),
    fromY: centres[upper]!,
    toY: centres[lower]!,
  }));
  const knots = knotHeights(spans, centres);
  const brackets = spans.map(({ x, fromY, toY }, at): Drawn => ({ fromY, toY, depth: x, knotY: knots[at]! }));
  return { tops, brackets, heightPx: y + KNOT_PX };
}
