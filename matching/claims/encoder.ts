/** A sentence as a short vector, and how near that is to each claim: words that stand in for each other lie close. */
import { packBytes, unpackBytes } from './bytes.ts';
import type { Memory } from './memory.ts';
import { KINDS, type Kind, type TextFeatures } from './text-features.ts';

export const ROWS = 1 << 14;
export const WIDTH = 32;

/** Rows by hash of a feature; columns of `classes` by claim, then `no claim`. */
export interface Encoder {
  rows: Int8Array;
  /** What one step of `rows` is worth. */
  step: number;
  classes: Float32Array;
  biases: Float32Array;
}

export interface PackedEncoder {
  rows: string;
  step: number;
  classes: number[][];
  biases: number[];
}

const kindWeight: Record<Kind, number> = {
  gram: 0.3,
  stem: 1,
  pair: 0.7,
  figure: 1,
  concept: 1.2,
  concepts: 0.5,
  synset: 0.8,
};
const weights = Float32Array.from(KINDS, (kind) => kindWeight[kind]);

/**
 * The features that the memory knows, as rows of the table with their shares: together of length 1.
 * @param numbers of the features in the memory
 */
export function rowsOf(
  { hashes, kinds }: TextFeatures,
  numbers: Int32Array,
  memory: Memory,
): { rows: Uint16Array; shares: Float32Array } {
  const rows = new Uint16Array(hashes.length);
  const shares = new Float64Array(hashes.length);
  let count = 0;
  let sum = 0;
  for (let i = 0; i < hashes.length; i++) {
    if (!memory.isHeld(numbers[i]!)) continue;
    const share = weights[kinds[i]!]! * memory.rarityOf(numbers[i]!);
    rows[count] = hashes[i]! & (ROWS - 1);
    shares[count++] = share;
    sum += share * share;
  }
  const length = Math.sqrt(sum) || 1;
  const normal = new Float32Array(count);
  for (let i = 0; i < count; i++) normal[i] = shares[i]! / length;
  return { rows: rows.subarray(0, count), shares: normal };
}

/** Log odds by claim against `no claim`. */
export function encode(
  { rows, step, classes, biases }: Encoder,
  features: TextFeatures,
  numbers: Int32Array,
  memory: Memory,
): Float32Array {
  const own = rowsOf(features, numbers, memory);
  const vector = new Float32Array(WIDTH);
  for (let i = 0; i < own.rows.length; i++) {
    const from = own.rows[i]! * WIDTH;
    const share = own.shares[i]! * step;
    for (let k = 0; k < WIDTH; k++) vector[k]! += share * rows[from + k]!;
  }
  const scores = new Float32Array(biases.length);
  for (let kind = scores.length - 1; kind >= 0; kind--) {
    const from = kind * WIDTH;
    let score = biases[kind]!;
    for (let k = 0; k < WIDTH; k++) score = Math.fround(score + vector[k]! * classes[from + k]!);
    scores[kind] = score;
  }
  const none = scores.at(-1)!;
  for (let kind = 0; kind < scores.length; kind++) scores[kind]! -= none;
  return scores.subarray(0, -1);
}

export function packEncoder({ rows, step, classes, biases }: Encoder): PackedEncoder {
  return {
    rows: packBytes(new Uint8Array(rows.buffer)),
    step,
    classes: Array.from(biases, (_, kind) => Array.from(classes.subarray(kind * WIDTH, (kind + 1) * WIDTH), round)),
    biases: Array.from(biases, round),
  };
}

/** For other claims than it was fitted on: `classOf` tells for each the old place, -1 for none. */
export function unpackEncoder({ rows, step, classes, biases }: PackedEncoder, classOf: readonly number[]): Encoder {
  const places = [...classOf, biases.length - 1];
  return {
    rows: new Int8Array(unpackBytes(rows).buffer),
    step,
    classes: classesAt(places, classes),
    biases: Float32Array.from(places, (place) => biases[place] ?? biasOfUnknown),
  };
}

function classesAt(places: readonly number[], classes: readonly number[][]): Float32Array {
  const all = new Float32Array(places.length * WIDTH);
  for (const [at, place] of places.entries()) all.set(classes[place] ?? [], at * WIDTH);
  return all;
}

const biasOfUnknown = -5;
const round = (value: number): number => Math.round(value * 1e3) / 1e3 || 0;
