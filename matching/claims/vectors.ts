/** Support vectors as text, and brought along when claims come, go or change places. */
import { packNumbers, unpackNumbers } from './bytes.ts';
import type { Vectors } from './evidence.ts';

export interface PackedVectors {
  /** Entries of each class. */
  counts: number[];
  /** Steps from one text to the next, class by class. */
  texts: string;
  /** In thousandths; 2n for n, 2n - 1 for -n. */
  values: string;
  biases: number[];
}

const step = 1000;

export function packVectors({ starts, texts, values, biases }: Vectors): PackedVectors {
  const steps: number[] = [];
  const counts: number[] = [];
  for (let kind = 0; kind < biases.length; kind++) {
    counts.push(starts[kind + 1]! - starts[kind]!);
    for (let at = starts[kind]!; at < starts[kind + 1]!; at++)
      steps.push(texts[at]! - (at > starts[kind]! ? texts[at - 1]! : 0));
  }
  return {
    counts,
    texts: packNumbers(steps),
    values: packNumbers(Array.from(values, (value) => zigzag(Math.round(value * step)))),
    biases: Array.from(biases, (bias) => Math.round(bias * step) / step),
  };
}

export function unpackVectors({ counts, texts, values, biases }: PackedVectors): Vectors {
  const starts = new Uint32Array(counts.length + 1);
  counts.forEach((count, kind) => (starts[kind + 1] = starts[kind]! + count));
  const total = starts.at(-1)!;
  const places = new Uint16Array(unpackNumbers(texts, total));
  for (let kind = 0; kind < counts.length; kind++)
    for (let at = starts[kind]! + 1; at < starts[kind + 1]!; at++) places[at]! += places[at - 1]!;
  const packed = unpackNumbers(values, total);
  const unpacked = new Float32Array(total);
  for (let at = 0; at < total; at++) unpacked[at] = unzigzag(packed[at]!) / step;
  return { starts, texts: places, values: unpacked, biases: Float32Array.from(biases) };
}

const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);
const unzigzag = (value: number): number => (value % 2 === 1 ? -(value + 1) / 2 : value / 2);

/** A claim that was not there when fitting has no support vectors, and this bias. */
const biasOfUnknown = -1;

/**
 * The vectors for other claims than they were fitted on. `classOf` tells for each new class the old one, -1 for none; `textOf` for each old
 * text the new one, -1 for none.
 */
export function rearrange(
  { starts, texts, values, biases }: Vectors,
  classOf: readonly number[],
  textOf: (text: number) => number,
): Vectors {
  const entries = classOf.map((old) => {
    const own: [text: number, value: number][] = [];
    const [from, to] = old < 0 ? [0, 0] : [starts[old]!, starts[old + 1]!];
    for (let at = from; at < to; at++) {
      const text = textOf(texts[at]!);
      if (text >= 0) own.push([text, values[at]!]);
    }
    return own.toSorted(([a], [b]) => a - b);
  });
  const at = new Uint32Array(classOf.length + 1);
  entries.forEach((own, kind) => (at[kind + 1] = at[kind]! + own.length));
  return {
    starts: at,
    texts: Uint16Array.from(entries.flatMap((own) => own.map(([text]) => text))),
    values: Float32Array.from(entries.flatMap((own) => own.map(([, value]) => value))),
    biases: Float32Array.from(classOf, (old) => (old < 0 ? biasOfUnknown : biases[old]!)),
  };
}
