/** Statements and publications as spans of time in lanes, and the scale that draws them. No markup. */
import { scaleUtc, type ScaleTime } from 'd3-scale';
import type { Facts, FactsClaim } from '../../data/facts.ts';
import { boundsOf } from '../dates.ts';
import { byDate } from './order.ts';

/** A date as it is drawn: UTC milliseconds, `to` being the end of the last day. An open end is infinite. */
export interface Span {
  from: number;
  to: number;
  approximate: boolean;
  uncertain: boolean;
}

export interface Item {
  kind: 'claim' | 'source';
  id: string;
  /** EDTF. */
  date: string;
  span: Span;
}

export interface Lane {
  /** Id of the claimant; null for the lane of publications. */
  claimant: string | null;
  /** Earlier first. */
  items: Item[];
}

export const DAY_MS = 86_400_000;

export function spanOf(edtf: string): Span {
  const { from, to } = boundsOf(edtf);
  return { from, to: to + DAY_MS, approximate: edtf.includes('~'), uncertain: edtf.includes('?') };
}

/** Publications first, then a lane for each claimant, in the order of their first statements. */
export function lanesOf(claims: readonly FactsClaim[], sources: Facts['sources']): Lane[] {
  const item = (kind: Item['kind'], id: string, date: string): Item => ({ kind, id, date, span: spanOf(date) });
  const byClaimant = Map.groupBy(
    claims.toSorted((a, b) => byDate(a.date, b.date)),
    ({ claimant }) => claimant,
  );
  const published = sources.toSorted((a, b) => byDate(a.published, b.published));
  return [
    ...(published.length > 0
      ? [{ claimant: null, items: published.map(({ id, published: date }) => item('source', id, date)) }]
      : []),
    ...[...byClaimant].map(([claimant, said]) => ({
      claimant,
      items: said.map(({ id, date }) => item('claim', id, date)),
    })),
  ];
}

/** From the first to the last known day, with room on both sides in which open ends run out. */
export function domainOf(lanes: readonly Lane[]): [from: number, to: number] {
  const ends = lanes.flatMap(({ items }) => items.flatMap(({ span }) => [span.from, span.to])).filter(Number.isFinite);
  if (ends.length === 0) return [Date.UTC(2021, 0, 1), Date.UTC(2022, 0, 1)];
  const [first, last] = [Math.min(...ends), Math.max(...ends)];
  const room = Math.max((last - first) * 0.04, 3 * DAY_MS);
  return [first - room, last + room];
}

/** A linear scale of time, in pixels. */
export function timeScale(domain: [from: number, to: number], widthPx: number): ScaleTime<number, number> {
  return scaleUtc().domain(domain).range([0, widthPx]);
}

/** Where a span lies on the scale: an open end reaches the edge, and nothing is too short to see. */
export function extentOf({ from, to }: Span, scale: ScaleTime<number, number>): { x: number; width: number } {
  const [start, end] = scale.range() as [number, number];
  const x = from === -Infinity ? start : scale(from);
  const width = (to === Infinity ? end : scale(to)) - x;
  return { x, width: Math.max(width, 1) };
}

/**
 * How far to zoom in, from 1 for everything, so that the days on which most was said fill the view, and the first of them.
 * The tenth part of the statements on either side may lie outside.
 */
export function crowdOf(lanes: readonly Lane[], domain: [from: number, to: number]): { zoom: number; from: number } {
  const starts = lanes
    .flatMap(({ items }) => items.map(({ span }) => span.from))
    .filter(Number.isFinite)
    .toSorted((a, b) => a - b);
  const low = starts[Math.floor(starts.length * 0.1)];
  const high = starts[Math.floor(starts.length * 0.9)];
  if (low === undefined || high === undefined) return { zoom: 1, from: domain[0] };
  const zoom = Math.floor(((domain[1] - domain[0]) / Math.max(high - low, 30 * DAY_MS)) * 0.75);
  return { zoom: Math.min(Math.max(zoom, 1), MAX_ZOOM), from: low };
}

export const MAX_ZOOM = 32;
