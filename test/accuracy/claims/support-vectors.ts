/** Linear support vector machines with squared hinge loss, by dual coordinate descent (Hsieh et al. 2008). Deterministic. */

/** Rows of a sparse matrix: row `i` has the columns `columns[starts[i]..starts[i + 1]]`. */
export interface Sparse {
  starts: Uint32Array;
  columns: Uint32Array;
  values: Float32Array;
  width: number;
}

export interface SupportVectors {
  /** Signed weight of each row; 0 for most. */
  alpha: Float32Array;
  bias: number;
}

/** @param labels 1 yes, -1 no, 0 not in the training. @param costs of a mistake, for yes and for no. */
export function trainSupportVectors(
  { starts, columns, values, width }: Sparse,
  labels: Int8Array,
  costs: { yes: number; no: number },
  rounds: number,
): SupportVectors {
  const rows = labels.length;
  const weights = new Float32Array(width + 1);
  const alpha = new Float32Array(rows);
  const norms = new Float32Array(rows);
  for (let row = 0; row < rows; row++) {
    let sum = 1;
    for (let at = starts[row]!; at < starts[row + 1]!; at++) sum += values[at]! ** 2;
    norms[row] = sum;
  }
  let state = 12345;
  let order = Array.from({ length: rows }, (_, row) => row).filter((row) => labels[row] !== 0);
  const everyRow = order;
  for (let round = 0; round < rounds; round++) {
    // Most rows end with none: every third round asks all of them
    order = round % 3 === 0 ? everyRow.slice() : everyRow.filter((row) => alpha[row]! > 0);
    for (let i = order.length - 1; i > 0; i--) {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      const j = state % (i + 1);
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (const row of order) {
      const label = labels[row]!;
      const softness = 0.5 / (label > 0 ? costs.yes : costs.no);
      let dot = weights[width]!;
      for (let at = starts[row]!; at < starts[row + 1]!; at++) dot += weights[columns[at]!]! * values[at]!;
      const slope = label * dot - 1 + softness * alpha[row]!;
      const before = alpha[row]!;
      const after = Math.max(0, before - slope / (norms[row]! + softness));
      if (after === before) continue;
      alpha[row] = after;
      const step = (after - before) * label;
      weights[width]! += step;
      for (let at = starts[row]!; at < starts[row + 1]!; at++) weights[columns[at]!]! += step * values[at]!;
    }
  }
  for (let row = 0; row < rows; row++) alpha[row]! *= labels[row]!;
  return { alpha, bias: weights[width]! };
}
