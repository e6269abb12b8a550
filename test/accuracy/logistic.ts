/** Logistic regression with an L2 penalty, by Newton's method: exact, deterministic, and fast for twenty features. */
export interface Example {
  features: readonly number[];
  positive: boolean;
  /** How much it counts; 1 for most. */
  weight: number;
}

/** The weights, one for each feature. The first feature is the bias, which is not penalised. */
export function fitLogistic(examples: readonly Example[], penalty: number): number[] {
  const size = examples[0]!.features.length;
  const values = new Float64Array(examples.length * size);
  examples.forEach(({ features }, row) => values.set(features, row * size));
  let weights = Array.from({ length: size }, () => 0);
  for (let round = 0; round < 30; round++) {
    const gradient = weights.map((weight, i) => (i === 0 ? 0 : penalty * weight));
    const curvature = new Float64Array(size * size);
    for (let i = 0; i < size; i++) curvature[i * size + i] = i === 0 ? 1e-6 : penalty;
    for (const [row, { positive, weight }] of examples.entries()) {
      const from = row * size;
      let sum = 0;
      for (let i = 0; i < size; i++) sum += weights[i]! * values[from + i]!;
      const p = 1 / (1 + Math.exp(-sum));
      const error = weight * (p - (positive ? 1 : 0));
      const slope = weight * p * (1 - p);
      for (let i = 0; i < size; i++) {
        gradient[i]! += error * values[from + i]!;
        const factor = slope * values[from + i]!;
        if (factor === 0) continue;
        for (let j = 0, at = i * size; j <= i; j++, at++) curvature[at]! += factor * values[from + j]!;
      }
    }
    const rows = weights.map((_, i) => weights.map((__, j) => curvature[Math.max(i, j) * size + Math.min(i, j)]!));
    const step = solve(rows, gradient);
    weights = weights.map((weight, i) => weight - step[i]!);
    if (Math.max(...step.map(Math.abs)) < 1e-4) break;
  }
  return weights;
}

export function probability(weights: readonly number[], features: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i]! * features[i]!;
  return 1 / (1 + Math.exp(-sum));
}

/** Gaussian elimination with pivoting. */
function solve(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++)
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    const top = rows[column]!;
    for (let row = column + 1; row < size; row++) {
      const factor = rows[row]![column]! / top[column]!;
      for (let k = column; k <= size; k++) rows[row]![k]! -= factor * top[k]!;
    }
  }
  const solution = Array.from({ length: size }, () => 0);
  for (let row = size - 1; row >= 0; row--) {
    let sum = rows[row]![size]!;
    for (let k = row + 1; k < size; k++) sum -= rows[row]![k]! * solution[k]!;
    solution[row] = sum / rows[row]![row]!;
  }
  return solution;
}
