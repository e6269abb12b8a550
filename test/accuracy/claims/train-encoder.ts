/** Trains the encoder: a softmax over claims and `no claim` behind a narrow layer (Joulin et al. 2017). Deterministic. */
import { ROWS, WIDTH, type Encoder } from '../../../matching/claims/encoder.ts';

export interface EncodedText {
  rows: Uint16Array;
  shares: Float32Array;
  /** Places of its claims; that of `no claim` where it has none. */
  classes: readonly number[];
}

const rounds = 14;
const rate = 0.25;
/** Share of the features that a text is shown without, each time others: no single word may decide. */
const dropped = 0.3;
const smoothing = 1e-6;

export function trainEncoder(texts: readonly EncodedText[], classCount: number): Encoder {
  const random = randomFrom(20211019);
  const table = new Float32Array(ROWS * WIDTH);
  const tableSquares = new Float32Array(ROWS);
  const classes = Float32Array.from({ length: classCount * WIDTH }, () => random() - 0.5);
  const classSquares = new Float32Array(classCount);
  const biases = new Float32Array(classCount);
  const order = texts.map((_, at) => at);
  const vector = new Float32Array(WIDTH);
  const slope = new Float32Array(WIDTH);
  const scores = new Float64Array(classCount);
  for (let round = 0; round < rounds; round++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (const at of order) {
      const text = texts[at]!;
      const shares = text.shares.map((share) => (random() < dropped ? 0 : share));
      vector.fill(0);
      text.rows.forEach((row, i) => {
        for (let k = 0; k < WIDTH; k++) vector[k]! += shares[i]! * table[row * WIDTH + k]!;
      });
      softmax(scores, vector, classes, biases);
      for (const own of text.classes) scores[own]! -= 1 / text.classes.length;
      slope.fill(0);
      for (let kind = 0; kind < classCount; kind++) {
        const error = scores[kind]!;
        if (Math.abs(error) < 1e-4) continue;
        classSquares[kind]! += error * error;
        const step = (rate * error) / Math.sqrt(classSquares[kind]! + smoothing);
        biases[kind]! -= 0.1 * step;
        for (let k = 0; k < WIDTH; k++) {
          slope[k]! += error * classes[kind * WIDTH + k]!;
          classes[kind * WIDTH + k]! -= 0.1 * step * vector[k]!;
        }
      }
      const square = slope.reduce((sum, value) => sum + value * value, 0) / WIDTH;
      text.rows.forEach((row, i) => {
        const share = shares[i]!;
        if (share === 0) return;
        tableSquares[row]! += square * share * share;
        const step = (rate * share) / Math.sqrt(tableSquares[row]! + smoothing);
        for (let k = 0; k < WIDTH; k++) table[row * WIDTH + k]! -= step * slope[k]!;
      });
    }
  }
  const most = table.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const step = most / 127 || 1;
  return { rows: Int8Array.from(table, (value) => Math.round(value / step)), step, classes, biases };
}

/** Fills `scores` with the likelihood of each class. */
function softmax(scores: Float64Array, vector: Float32Array, classes: Float32Array, biases: Float32Array): void {
  let most = -Infinity;
  for (let kind = 0; kind < scores.length; kind++) {
    let score = biases[kind]!;
    for (let k = 0; k < WIDTH; k++) score += vector[k]! * classes[kind * WIDTH + k]!;
    scores[kind] = score;
    most = Math.max(most, score);
  }
  let sum = 0;
  for (let kind = 0; kind < scores.length; kind++) sum += scores[kind] = Math.exp(scores[kind]! - most);
  for (let kind = 0; kind < scores.length; kind++) scores[kind]! /= sum;
}

/** From 0 to 1; the same every time. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
