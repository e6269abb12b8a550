import { useMemo, useRef, useState } from 'preact/hooks';
import { layOut } from '../../presentation/explorer/map-layout.ts';
import type { Arc, MapModel } from '../../presentation/explorer/map-model.ts';
import { useWords } from '../words.ts';
import { MapBracket } from './MapBracket.tsx';
import { MapCluster } from './MapCluster.tsx';
import { stepOf } from './roving.ts';
import { useMeasure } from './use-measure.ts';

interface Props {
  map: MapModel;
  /** Id of the claim or relation that is pointed at. */
  active: string | null;
  /** The brackets that this makes active. */
  shown: Arc[];
  onPoint(id: string): void;
}

/** Below this width, in rem, a statement takes three lines, and its date stands below it. */
const NARROW = 44;
const TRACK_PX = 26;

/** The drawing itself. Up and down walk the claims, left and right the brackets, Enter opens. */
export function MapFigure({ map, active, shown, onPoint }: Props) {
  const { t } = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const { widthPx, remPx } = useMeasure(frame);
  const [current, setCurrent] = useState(0);
  const heights = heightsFor(widthPx < NARROW * remPx, remPx);
  const arcsPx = Math.min(map.tracks * TRACK_PX + 24, Math.max(widthPx * 0.26, 90));
  const layout = useMemo(() => layOut(map, heights, arcsPx), [map, heights.rowPx, arcsPx]);
  const rows = map.clusters.flatMap(({ claims }) => claims);
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
    onPoint(id);
  };
  let row = 0;
  return (
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
            onPoint={onPoint}
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
            isActive={shown.includes(arc)}
            onArrive={arrive}
            onPoint={onPoint}
          />
        ))}
      </svg>
    </div>
  );
}

/** Heights follow the reader's font size. */
const heightsFor = (narrow: boolean, remPx: number) => ({
  rowPx: (narrow ? 4.5 : 1.65) * remPx,
  headingPx: 1.75 * remPx,
});

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
