/** Fits a logistic model and boosted trees to the same rows; the matcher averages them. */
import type { FittedModel } from '../../../matching/claims/model.ts';
import { fitLogistic } from '../logistic.ts';
import { boost, type BoostingOptions } from './boosting.ts';

export interface Row {
  features: readonly number[];
  positive: boolean;
}

const ordinary: BoostingOptions = {
  trees: 70,
  depth: 4,
  rate: 0.12,
  leastWeight: 4,
  penalty: 2,
  rowShare: 0.5,
  featureShare: 0.4,
};
/** For the first pass, which has many rows and is only looked at from afar. */
const coarse: BoostingOptions = { ...ordinary, trees: 40, rate: 0.16, rowShare: 0.3, featureShare: 0.3 };
const penalty = 3;

/** @param names of the features, in the order of the rows */
export function fitModel(rows: readonly Row[], names: readonly string[], pass: 'first' | 'second'): FittedModel {
  const width = names.length;
  const features = new Float32Array(rows.length * width);
  rows.forEach((row, at) => features.set(row.features, at * width));
  const columns = names.map((_, column) => spreadOf(rows, column));
  const [bias, ...weights] = fitLogistic(
    rows.map((row) => ({
      features: [1, ...row.features.map((value, at) => (value - columns[at]!.shift) / columns[at]!.scale)],
      positive: row.positive,
      weight: 1,
    })),
    penalty,
  );
  const labels = Uint8Array.from(rows, ({ positive }) => (positive ? 1 : 0));
  const { trees, start } = boost({ features, width, labels }, pass === 'first' ? coarse : ordinary);
  return {
    weights: Object.fromEntries(
      names.map((name, at) => [name, [round(weights[at]!), round(columns[at]!.shift), round(columns[at]!.scale)]]),
    ),
    start: round(start + bias!),
    trees,
  };
}

function spreadOf(rows: readonly Row[], column: number): { shift: number; scale: number } {
  let sum = 0;
  let squares = 0;
  for (const { features } of rows) {
    sum += features[column]!;
    squares += features[column]! ** 2;
  }
  const shift = sum / rows.length;
  return { shift, scale: Math.max(0.01, Math.sqrt(Math.max(0, squares / rows.length - shift ** 2))) };
}

const round = (value: number): number => Math.round(value * 1e4) / 1e4 || 0;
