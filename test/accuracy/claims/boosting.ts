/** Gradient-boosted trees for a yes or no (Friedman 2001), with second-order leaves and features cut into few bins. Deterministic. */
import type { Tree } from '../../../matching/claims/model.ts';

export interface Rows {
  /** One after the other, `width` features each. */
  features: Float32Array;
  width: number;
  labels: Uint8Array;
}

export interface BoostingOptions {
  trees: number;
  depth: number;
  rate: number;
  /** Least sum of second derivatives in a leaf. */
  leastWeight: number;
  penalty: number;
  /** Shares of the rows and of the features that each tree sees. */
  rowShare: number;
  featureShare: number;
}

const mostBins = 32;

export function boost({ features, width, labels }: Rows, options: BoostingOptions): { trees: Tree[]; start: number } {
  const rows = labels.length;
  const cuts = Array.from({ length: width }, (_, column) => cutsOf(features, width, column, rows));
  const bins = new Uint8Array(rows * width);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < width; column++)
      bins[row * width + column] = binOf(cuts[column]!, features[row * width + column]!);
  let positive = 0;
  for (const label of labels) positive += label;
  const start = Math.log((positive + 1) / (rows - positive + 1));
  const scores = new Float32Array(rows).fill(start);
  const gradient = new Float32Array(rows);
  const curvature = new Float32Array(rows);
  const trees: Tree[] = [];
  let state = 20211019;
  /** From 0 to 1; the same every time. */
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  let columns: number[] = [];
  for (let round = 0; round < options.trees; round++) {
    for (let row = 0; row < rows; row++) {
      const p = 1 / (1 + Math.exp(-scores[row]!));
      gradient[row] = p - labels[row]!;
      curvature[row] = Math.max(1e-6, p * (1 - p));
    }
    const tree: Tree = { feature: [-1], value: [0], next: [0] };
    columns = cuts.flatMap((_, column) => (random() < options.featureShare ? [column] : []));
    const seen = Uint32Array.from(
      Array.from({ length: rows }, (_, row) => row).filter(() => random() < options.rowShare),
    );
    grow({ tree, node: 0, rows: seen, depth: 0 });
    for (let row = 0; row < rows; row++) scores[row]! += valueOf(tree, features, row * width);
    trees.push(tree);
  }
  return { trees, start };

  interface Growth {
    tree: Tree;
    node: number;
    rows: Uint32Array;
    depth: number;
  }

  function grow({ tree, node, rows: mine, depth }: Growth): void {
    let g = 0;
    let h = 0;
    for (const row of mine) {
      g += gradient[row]!;
      h += curvature[row]!;
    }
    const best = depth < options.depth ? bestSplit(mine, g, h) : null;
    if (!best) {
      const value = Math.round(((-options.rate * g) / (h + options.penalty)) * 1e4) / 1e4;
      tree.value[node] = value;
      return;
    }
    const [left, right] = parted(mine, (row) => bins[row * width + best.column]! <= best.bin);
    const next = tree.feature.length;
    tree.feature[node] = best.column;
    tree.value[node] = cuts[best.column]![best.bin]!;
    tree.next[node] = next;
    for (let i = 0; i < 2; i++) {
      tree.feature.push(-1);
      tree.value.push(0);
      tree.next.push(0);
    }
    grow({ tree, node: next, rows: left, depth: depth + 1 });
    grow({ tree, node: next + 1, rows: right, depth: depth + 1 });
  }

  function bestSplit(mine: Uint32Array, g: number, h: number): { column: number; bin: number } | null {
    const gs = new Float64Array(width * mostBins);
    const hs = new Float64Array(width * mostBins);
    for (const row of mine) {
      const at = row * width;
      const rowGradient = gradient[row]!;
      const rowCurvature = curvature[row]!;
      for (const column of columns) {
        const slot = column * mostBins + bins[at + column]!;
        gs[slot]! += rowGradient;
        hs[slot]! += rowCurvature;
      }
    }
    const { leastWeight, penalty } = options;
    const whole = (g * g) / (h + penalty);
    let best: { column: number; bin: number } | null = null;
    let bestGain = 1e-3;
    for (const column of columns) {
      let gl = 0;
      let hl = 0;
      for (let bin = 0; bin < cuts[column]!.length; bin++) {
        gl += gs[column * mostBins + bin]!;
        hl += hs[column * mostBins + bin]!;
        const hr = h - hl;
        if (hl < leastWeight || hr < leastWeight) continue;
        const gain = (gl * gl) / (hl + penalty) + (g - gl) ** 2 / (hr + penalty) - whole;
        if (gain > bestGain) {
          bestGain = gain;
          best = { column, bin };
        }
      }
    }
    return best;
  }
}

function valueOf({ feature, value, next }: Tree, features: Float32Array, from: number): number {
  let node = 0;
  while (feature[node]! >= 0) node = next[node]! + (features[from + feature[node]!]! <= value[node]! ? 0 : 1);
  return value[node]!;
}

function parted(rows: Uint32Array, isLeft: (row: number) => boolean): [left: Uint32Array, right: Uint32Array] {
  const parts = new Uint32Array(rows.length);
  let left = 0;
  let right = rows.length;
  for (const row of rows) {
    if (isLeft(row)) parts[left++] = row;
    else parts[--right] = row;
  }
  return [parts.slice(0, left), parts.slice(left)];
}

/** Values between the bins: at most `mostBins - 1`, at equal counts. */
function cutsOf(features: Float32Array, width: number, column: number, rows: number): number[] {
  const values = Float32Array.from({ length: rows }, (_, row) => features[row * width + column]!).sort();
  const cuts: number[] = [];
  for (let bin = 1; bin < mostBins; bin++) {
    const value = round(values[Math.floor((bin * rows) / mostBins)]!);
    if (cuts.length === 0 || value > cuts.at(-1)!) cuts.push(value);
  }
  return cuts;
}

const round = (value: number): number => Math.round(value * 1e4) / 1e4;

function binOf(cuts: readonly number[], value: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= cuts[middle]!) high = middle;
    else low = middle + 1;
  }
  return low;
}
