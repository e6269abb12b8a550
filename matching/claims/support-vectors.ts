/** The scores that support vectors give a sentence, class by class. */
import type { Vectors, VectorsByText } from './evidence.ts';
import type { Nearness } from './memory.ts';

/** Values are whole thousandths: half the bytes to read when a background starts. */
const STEPS = 1000;

export function scoresOf(
  { starts, kinds, values, biases }: VectorsByText,
  { surface, concepts }: Nearness,
): Float32Array {
  const scores = Float32Array.from(biases);
  const sums = new Float64Array(scores.length);
  for (let text = 0; text < surface.length; text++) {
    const nearness = Math.fround(surface[text]! + concepts[text]!);
    if (nearness === 0) continue;
    for (let at = starts[text]!, to = starts[text + 1]!; at < to; at++) sums[kinds[at]!]! += values[at]! * nearness;
  }
  for (let kind = 0; kind < scores.length; kind++) scores[kind]! += sums[kind]! / STEPS;
  return scores;
}

/** The same vectors, text by text: most texts are near no sentence, and are passed over. */
export function byText({ starts, texts, values, biases }: Vectors, size: number): VectorsByText {
  const made: VectorsByText = {
    starts: new Uint32Array(size + 1),
    kinds: new Uint16Array(texts.length),
    values: new Int16Array(texts.length),
    biases,
  };
  for (const text of texts) made.starts[text + 1]!++;
  for (let text = 0; text < size; text++) made.starts[text + 1]! += made.starts[text]!;
  const ends = made.starts.slice();
  for (let kind = 0; kind < biases.length; kind++)
    for (let at = starts[kind]!; at < starts[kind + 1]!; at++) {
      const place = ends[texts[at]!]!++;
      made.kinds[place] = kind;
      made.values[place] = Math.round(values[at]! * STEPS);
    }
  return made;
}
