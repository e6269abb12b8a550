import type { Calibration } from '../../../matching/claims/model.ts';

/** What a model said, and whether that was right. */
export interface Outcome {
  said: number;
  isRight: boolean;
}

const mostPoints = 14;

/** Isotonic regression (pool adjacent violators), thinned to a few points. Deterministic. */
export function calibrate(outcomes: readonly Outcome[]): Calibration {
  const pools: { said: number; right: number; count: number }[] = [];
  for (const { said, isRight } of outcomes.toSorted((a, b) => a.said - b.said)) {
    pools.push({ said, right: isRight ? 1 : 0, count: 1 });
    for (;;) {
      const [below, last] = pools.slice(-2);
      if (!below || !last || below.right / below.count < last.right / last.count) break;
      pools.splice(-2, 2, {
        said: below.said + last.said,
        right: below.right + last.right,
        count: below.count + last.count,
      });
    }
  }
  const least = outcomes.length / (2 * mostPoints);
  const merged: typeof pools = [];
  for (const pool of pools) {
    const last = merged.at(-1);
    if (last && last.count < least) {
      merged[merged.length - 1] = {
        said: last.said + pool.said,
        right: last.right + pool.right,
        count: last.count + pool.count,
      };
    } else merged.push(pool);
  }
  return {
    said: merged.map(({ said, count }) => round(said / count)),
    // One more of each: never quite 0 or 1
    right: merged.map(({ right, count }) => round((right + 0.5) / (count + 1))),
  };
}

const round = (value: number): number => Math.round(value * 1e4) / 1e4;

export interface Bin {
  from: number;
  count: number;
  said: number;
  right: number;
}

/** Bins of equal width with what was said and what was right on average, and the expected calibration error. */
export function binsOf(outcomes: readonly Outcome[], bins = 10): { bins: Bin[]; error: number } {
  const filled = Array.from({ length: bins }, (_, at) => {
    const own = outcomes.filter(({ said }) => Math.min(bins - 1, Math.floor(said * bins)) === at);
    const mean = (value: (outcome: Outcome) => number): number =>
      own.reduce((sum, outcome) => sum + value(outcome), 0) / (own.length || 1);
    return {
      from: at / bins,
      count: own.length,
      said: mean(({ said }) => said),
      right: mean(({ isRight }) => (isRight ? 1 : 0)),
    };
  });
  const error = filled.reduce(
    (sum, { count, said, right }) => sum + (count / outcomes.length) * Math.abs(said - right),
    0,
  );
  return { bins: filled.filter(({ count }) => count > 0), error };
}
