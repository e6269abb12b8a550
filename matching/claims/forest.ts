/** Boosted trees and logistic weights over named features, as `npm run fit` writes them, made ready to be asked. */
import type { FittedModel, Tree } from './model.ts';

/** What is averaged: the log odds of a logistic model and of a sum of trees. */
export interface Model {
  /** One for each feature, on features shifted and scaled as told. */
  weights: Float64Array;
  shift: Float64Array;
  scale: Float64Array;
  forest: Forest;
  /** Of the trees. */
  start: number;
}

/** All trees behind one another, so that the way through them stays in a few short lists. A tree's nodes are as in `Tree`. */
interface Forest {
  roots: Uint32Array;
  feature: Int16Array;
  value: Float64Array;
  next: Uint32Array;
}

/** @param names of the features, in the order in which `scoreOf` is given them */
export function modelOf({ weights, start, trees }: FittedModel, names: readonly string[]): Model {
  const of = (at: 0 | 1 | 2): Float64Array => Float64Array.from(names, (name) => weights[name]![at]);
  return { weights: of(0), shift: of(1), scale: of(2), start, forest: forestOf(trees) };
}

function forestOf(trees: readonly Tree[]): Forest {
  const nodes = trees.reduce((sum, { feature }) => sum + feature.length, 0);
  const forest: Forest = {
    roots: new Uint32Array(trees.length),
    feature: new Int16Array(nodes),
    value: new Float64Array(nodes),
    next: new Uint32Array(nodes),
  };
  let root = 0;
  for (const [at, { feature, value, next }] of trees.entries()) {
    forest.roots[at] = root;
    forest.feature.set(feature, root);
    forest.value.set(value, root);
    for (const [node, to] of next.entries()) forest.next[root + node] = root + to;
    root += feature.length;
  }
  return forest;
}

/** Log odds. */
export function scoreOf({ weights, shift, scale, forest, start }: Model, features: ArrayLike<number>): number {
  let linear = 0;
  for (let i = 0; i < weights.length; i++) linear += weights[i]! * ((features[i]! - shift[i]!) / scale[i]!);
  const { roots, feature, value, next } = forest;
  let boosted = start;
  for (let tree = 0; tree < roots.length; tree++) {
    let node = roots[tree]!;
    for (let asked = feature[node]!; asked >= 0; asked = feature[node]!)
      node = next[node]! + (features[asked]! <= value[node]! ? 0 : 1);
    boosted += value[node]!;
  }
  return (linear + boosted) / 2;
}

export function logistic(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}
