/** What a model sees of something, by the feature's name. A feature that is not there is 0. */
export type Features = Record<string, number>;

/** A fitted logistic model: the weight of each feature, by its name. */
export type Weights = Readonly<Record<string, number>>;

/** Log odds. */
export function score(weights: Weights, features: Features): number {
  let sum = 0;
  for (const name in weights) sum += weights[name]! * (features[name] ?? 0);
  return sum;
}

export function probability(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
