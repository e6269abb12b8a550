/** What `npm run fit` writes to `data/claim-model.json`. */
import type { PackedEncoder } from './encoder.ts';
import type { PackedVectors } from './vectors.ts';

/**
 * A tree as parallel lists, its root first. An inner node asks whether feature `feature[i]` is at most `value[i]` and goes on at
 * `next[i]` if so, at `next[i] + 1` if not; a leaf has feature -1, and its `value` is added.
 */
export interface Tree {
  feature: number[];
  value: number[];
  next: number[];
}

/** A logistic model and trees that are averaged; `weights` by feature: weight, shift and scale. */
export interface FittedModel {
  weights: Record<string, [weight: number, shift: number, scale: number]>;
  start: number;
  trees: Tree[];
}

/** From what the models say to how often that is right: straight lines between these points, rising in both. */
export interface Calibration {
  said: number[];
  right: number[];
}

export interface ClaimModel {
  /** Of the examples that it was fitted on: see `fingerprintOf`. */
  examples: string;
  /** How many sentences these are. */
  sentences: number;
  /** Ids, in the order of the vectors' classes. */
  claims: string[];
  vectors: PackedVectors;
  encoder: PackedEncoder;
  first: FittedModel;
  match: FittedModel;
  restates: FittedModel;
  disputes: FittedModel;
  stance: FittedModel;
  calibration: { claim: Calibration; stance: Calibration };
  thresholds: Thresholds;
}

export interface Thresholds {
  restates: StanceThresholds;
  disputes: StanceThresholds;
  /** Least confidence of the claim, to be related. */
  related: number;
}

/** Least products of the confidences of claim and stance: that both are right. */
export interface StanceThresholds {
  /** For the likeliest claim of a sentence. */
  first: number;
  /** And for further ones. */
  further: number;
}

export function calibrated({ said, right }: Calibration, value: number): number {
  const above = said.findIndex((point) => point >= value);
  if (above < 0) return right.at(-1)!;
  if (above === 0) return right[0]!;
  const share = (value - said[above - 1]!) / (said[above]! - said[above - 1]! || 1);
  return right[above - 1]! + share * (right[above]! - right[above - 1]!);
}
