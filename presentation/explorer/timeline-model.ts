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

/**
 * Publications first, then a lane for each claimant: those of whom a statement is known to the month, in the order of the first of
 * these, then those whose statements are dated less closely.
 */
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
    ...[...byClaimant]
      .map(([claimant, said]): Lane => ({ claimant, items: said.map(({ id, date }) => item('claim', id, date)) }))
      .toSorted((a, b) => firstDated(a) - firstDated(b)),
  ];
}

function firstDated({ items }: Lane): number {
  const dated = items.find(({ span }) => ['day', 'month'].includes(certaintyOf(span)));
  return dated ? dated.span.from : Number.MAX_VALUE;
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
export function timeScale([from, to]: Period, widthPx: number): ScaleTime<number, number> {
  return scaleUtc().domain([from, to]).range([0, widthPx]);
}

/** Where a span lies on the scale: an open end reaches the edge, and nothing is too short to see. */
export function extentOf({ from, to }: Span, scale: ScaleTime<number, number>): { x: number; width: number } {
  const [start, end] = scale.range() as [number, number];
  const x = from === -Infinity ? start : scale(from);
  const width = (to === Infinity ? end : scale(to)) - x;
  return { x, width: Math.max(width, 1) };
}

/** A part of time, in UTC milliseconds. */
export type Period = readonly [from: number, to: number];

/**
 * The days on which most was said, a month at least. The tenth part of the items that begin on a known day may lie on either side of
 * it; the whole domain where nothing is known.
 */
export function crowdOf(lanes: readonly Lane[], domain: Period): Period {
  const starts = lanes
    .flatMap(({ items }) => items.map(({ span }) => span.from))
    .filter(Number.isFinite)
    .toSorted((a, b) => a - b);
  const ends = lanes
    .flatMap(({ items }) => items.map(({ span }) => span.to))
    .filter(Number.isFinite)
    .toSorted((a, b) => a - b);
  const low = starts[Math.floor(starts.length * 0.1)];
  const high = ends[Math.floor(ends.length * 0.9)];
  if (low === undefined || high === undefined) return domain;
  const room = Math.max((high - low) * 0.05, (30 * DAY_MS - (high - low)) / 2);
  return [Math.max(low - room, domain[0]), Math.min(high + room, domain[1])];
}

/** How closely a date is known: the less, the thinner and the paler it is drawn. */
export type Certainty = 'day' | 'month' | 'season' | 'long';

export function certaintyOf({ from, to }: Span): Certainty {
  const days = Math.round((to - from) / DAY_MS);
  if (days <= 1) return 'day';
  if (days <= 31) return 'month';
  return days <= 190 ? 'season' : 'long';
}

/** An item in the part of time that is shown. */
export interface Placed {
  item: Item;
  /** From 0, the highest. */
  row: number;
  /** What is seen of it, in pixels. */
  x: number;
  width: number;
  /** How it ends on either side: where it ends, at an open end of its own, or where what is shown ends. */
  ends: { before: End; after: End };
  /** On which side of what is shown all of it lies, if it does; it then stands at that edge. */
  beyond: 'before' | 'after' | null;
}

export type End = 'known' | 'open' | 'cut';

/** Room that an item takes at least, and between two in a row. */
const LEAST_PX = 11;
const GAP_PX = 4;

/** Items in as few rows as they need, those known best first, so that what is dated stands on top. */
export function placeLane(
  items: readonly Item[],
  scale: ScaleTime<number, number>,
): { placed: Placed[]; rows: number } {
  const [left, right] = scale.range() as [number, number];
  const taken: [number, number][][] = [[]];
  const placed = items
    .toSorted((a, b) => lengthOf(a) - lengthOf(b) || a.span.from - b.span.from)
    .map((item): Placed => {
      const seen = seenOf(item, scale);
      if (seen.beyond) return { ...seen, row: 0 };
      const middle = seen.x + seen.width / 2;
      const half = Math.max(seen.width, LEAST_PX) / 2 + GAP_PX / 2;
      const [from, to] = [Math.max(middle - half, left), Math.min(middle + half, right)];
      const free = taken.findIndex((row) => row.every(([start, end]) => to <= start || from >= end));
      const row = free === -1 ? taken.length : free;
      (taken[row] ??= []).push([from, to]);
      return { ...seen, row };
    });
  const order = new Map(items.map((item, at) => [item, at]));
  return { placed: placed.toSorted((a, b) => order.get(a.item)! - order.get(b.item)!), rows: taken.length };
}

const lengthOf = ({ span }: Item): number => {
  const length = span.to - span.from;
  return Number.isFinite(length) ? length : Number.MAX_VALUE;
};

function seenOf(item: Item, scale: ScaleTime<number, number>): Omit<Placed, 'row'> {
  const { from, to } = item.span;
  const [start, end] = scale.domain().map(Number) as [number, number];
  const [left, right] = scale.range() as [number, number];
  const beyond = to <= start ? 'before' : from >= end ? 'after' : null;
  if (beyond) {
    const x = beyond === 'before' ? left : right - LEAST_PX;
    return { item, x, width: LEAST_PX, ends: { before: 'known', after: 'known' }, beyond };
  }
  const { x } = extentOf({ ...item.span, from: Math.max(from, start) }, scale);
  const width = Math.max(scale(Math.min(to, end)) - x, 1);
  return {
    item,
    x,
    width,
    ends: {
      before: from === -Infinity ? 'open' : from < start ? 'cut' : 'known',
      after: to === Infinity ? 'open' : to > end ? 'cut' : 'known',
    },
    beyond,
  };
}

/** Where lines to an item meet it: in the middle of what is short, at the known end of what is open. */
export function anchorOf({ x, width, ends }: Placed): number {
  if (ends.before === 'open' && ends.after === 'known') return x + width;
  if (ends.after === 'open' && ends.before === 'known') return x;
  return x + width / 2;
}

/** The period moved or changed by a pull at it, within the domain and never shorter than a week. */
export function pulled([from, to]: Period, hold: 'from' | 'to' | 'all', byMs: number, [first, last]: Period): Period {
  if (hold === 'from') return [clamp(from + byMs, first, to - LEAST_MS), to];
  if (hold === 'to') return [from, clamp(to + byMs, from + LEAST_MS, last)];
  const by = clamp(byMs, first - from, last - to);
  return [from + by, to + by];
}

const LEAST_MS = 7 * DAY_MS;
const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);
