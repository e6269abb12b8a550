import { KNOT_PX, knotHeights, trackScale, type MapModel } from './map-model.ts';

export interface RowHeights {
  rowPx: number;
  headingPx: number;
}

/** Where a bracket runs and its sign stands, in pixels. */
export interface Drawn {
  fromY: number;
  toY: number;
  depth: number;
  knotY: number;
}

export interface MapLayout {
  /** Where each cluster begins, in pixels. */
  tops: number[];
  brackets: Drawn[];
  heightPx: number;
}

/** Heights are given, not measured, so that brackets meet their rows on paper and at any zoom. */
export function layOut(
  { clusters, arcs, tracks }: MapModel,
  { rowPx, headingPx }: RowHeights,
  arcsPx: number,
): MapLayout {
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
