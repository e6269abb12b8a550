/** Boosted trees and logistic weights over named features, as `npm run fit` writes them. */

/**
 * A tree as four parallel lists, its root first. An inner node asks whether feature `feature[i]` is at most `value[i]` and goes on at
 * `next[i]` if so, at `next[i] + 1` if not; a leaf has feature -1, and its `value` is added.
 */
export interface Tree {
  feature: number[];
  value: number[];
  next: number[];
}

/** What is averaged: the log odds of a logistic model and of a sum of trees. */
export interface Model {
  /** One for each feature, on features shifted and scaled as told. */
  weights: number[];
  shift: number[];
  scale: number[];
  trees: Tree[];
  /** Of the trees. */
  start: number;
}

/** Log odds. */
export function scoreOf({ weights, shift, scale, trees, start }: Model, features: ArrayLike<number>): number {
  let linear = 0;
  for (let i = 0; i < weights.length; i++) linear += weights[i]! * ((features[i]! - shift[i]!) / scale[i]!);
  let boosted = start;
  for (const { feature, value, next } of trees) {
    let node = 0;
    while (feature[node]! >= 0) node = next[node]! + (features[feature[node]!]! <= value[node]! ? 0 : 1);
    boosted += value[node]!;
  }
  return (linear + boosted) / 2;
}

export function logistic(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}
