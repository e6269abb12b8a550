/** The map of contradictions: claims in rows under who made them, ties as brackets beside them. No markup. */
import { scaleLinear } from 'd3-scale';
import { curveBasis, line } from 'd3-shape';
import type { Facts, FactsClaim, Relation } from '../../data/facts.ts';
import { isContesting, RELATION_KIND_NAMES, type RelationKind } from '../../data/relation-kinds.ts';
import type { Selection } from './selection.ts';
import { byDate } from './order.ts';

export interface Cluster {
  claimant: string;
  /** Earlier first. */
  claims: FactsClaim[];
}

export interface Arc {
  relation: Relation;
  /** Rows of the two claims, the upper first. */
  rows: [number, number];
  /** Which of the tracks beside the text the bracket runs in, from 0. No two in a track overlap. */
  track: number;
}

export interface MapModel {
  clusters: Cluster[];
  arcs: Arc[];
  /** How many tracks there are. */
  tracks: number;
}

/** The kinds that a filter leaves on the map; without one, those that make their claims contested. */
export const kindsOnMap = (ties: RelationKind[]): RelationKind[] =>
  ties.length > 0 ? ties : RELATION_KIND_NAMES.filter(isContesting);

/** Only claims that take part in a tie of the kinds are on the map, also those that a filter leaves out: a tie has two ends. */
export function mapOf(facts: Facts, selection: Pick<Selection, 'relations'>, ties: RelationKind[]): MapModel {
  const relations = selection.relations.filter(({ kind }) => kindsOnMap(ties).includes(kind));
  const clusters = clustersOf(facts, relations);
  const rows = new Map(clusters.flatMap(({ claims }) => claims).map(({ id }, row) => [id, row]));
  const arcs = relations.map((relation) => {
    const [a, b] = relation.claims.map((id) => rows.get(id)!) as [number, number];
    return { relation, rows: [Math.min(a, b), Math.max(a, b)] as [number, number] };
  });
  return { clusters, ...inTracks(arcs) };
}

/** Claimants stand near those whom they are tied to, so that brackets stay short. */
function clustersOf(facts: Facts, relations: Relation[]): Cluster[] {
  const ids = new Set(relations.flatMap(({ claims }) => claims));
  const claims = facts.claims.filter(({ id }) => ids.has(id)).toSorted((a, b) => byDate(a.date, b.date));
  const claimantOf = new Map(claims.map(({ id, claimant }) => [id, claimant]));
  const ties = relations.map((relation) => relation.claims.map((id) => claimantOf.get(id)!) as [string, string]);
  const byClaimant = Map.groupBy(claims, ({ claimant }) => claimant);
  return nearEachOther([...byClaimant.keys()], ties).map((claimant) => ({
    claimant,
    claims: byClaimant.get(claimant)!,
  }));
}

/** Greedy: begins with who has the most ties, and goes on with who has the most with those that stand already, the last of them first. */
function nearEachOther(claimants: string[], ties: [string, string][]): string[] {
  const placed: string[] = [];
  const left = new Set(claimants);
  const pull = (candidate: string) =>
    ties.reduce((sum, [a, b]) => {
      const other = a === candidate ? b : b === candidate ? a : '';
      const place = placed.indexOf(other);
      return place === -1 ? sum : sum + 1 / (placed.length - place);
    }, 0);
  const degree = (candidate: string) => ties.filter((pair) => pair.includes(candidate)).length;
  while (left.size > 0) {
    const next = [...left].toSorted((a, b) => pull(b) - pull(a) || degree(b) - degree(a))[0]!;
    placed.push(next);
    left.delete(next);
  }
  return placed;
}

/** The shortest run nearest to the text. */
function inTracks(arcs: Omit<Arc, 'track'>[]): { arcs: Arc[]; tracks: number } {
  const lastOf: [number, number][][] = [];
  const placed = arcs
    .toSorted((a, b) => a.rows[1] - a.rows[0] - (b.rows[1] - b.rows[0]))
    .map((arc): Arc => {
      const [top, bottom] = arc.rows;
      const free = lastOf.findIndex((taken) => taken.every(([from, to]) => bottom < from || top > to));
      const track = free === -1 ? lastOf.length : free;
      (lastOf[track] ??= []).push([top, bottom]);
      return { ...arc, track };
    });
  return { arcs: placed.toSorted((a, b) => a.rows[0] - b.rows[0] || a.rows[1] - b.rows[1]), tracks: lastOf.length };
}

/** Distance of each track from the text, in pixels. */
export function trackScale(tracks: number, widthPx: number): (track: number) => number {
  return scaleLinear()
    .domain([0, Math.max(tracks - 1, 1)])
    .range([Math.min(22, widthPx - 12), widthPx - 12])
    .clamp(true);
}

/** A bracket from one height to another, bulging to `depth`; the path of an SVG. */
export function bracket(fromY: number, toY: number, depth: number): string {
  const reach = Math.min(16, Math.abs(toY - fromY) / 4);
  const points: [number, number][] = [
    [0, fromY],
    [depth, fromY],
    [depth, fromY + reach],
    [depth, toY - reach],
    [depth, toY],
    [0, toY],
  ];
  return line().curve(curveBasis)(points) ?? '';
}

export interface Span {
  /** How far from the text, and between which heights, in pixels. */
  x: number;
  fromY: number;
  toY: number;
}

/** Radius of the sign on a bracket. */
export const KNOT_PX = 10;

/**
 * Heights of the brackets' signs: each as near to the middle of its bracket as it can stand without touching another sign, or the height
 * of a row, where brackets leave and would cross it. Short brackets choose first. Where there is no such place, the middle.
 */
export function knotHeights(brackets: Span[], rows: number[]): number[] {
  const heights = new Map<Span, number>();
  for (const bracket of brackets.toSorted((a, b) => a.toY - a.fromY - (b.toY - b.fromY))) {
    const middle = (bracket.fromY + bracket.toY) / 2;
    const isFree = (y: number) =>
      rows.every((row) => Math.abs(row - y) >= KNOT_PX + 2) &&
      [...heights].every(([{ x }, at]) => Math.hypot(x - bracket.x, at - y) > 2 * KNOT_PX);
    // 0, -2, 2, -4, 4 … pixels, half of the way to either end.
    const steps = Array.from(
      { length: Math.ceil((bracket.toY - bracket.fromY) / 4) },
      (_, step) => Math.ceil(step / 2) * (step % 2 === 0 ? 2 : -2),
    );
    heights.set(bracket, steps.map((step) => middle + step).find(isFree) ?? middle);
  }
  return brackets.map((bracket) => heights.get(bracket)!);
}
