/** The scores that support vectors give a sentence, class by class. */
import type { Vectors } from './evidence.ts';
import type { Nearness } from './memory.ts';

/** The same vectors, text by text: most texts are near no sentence, and are passed over. */
interface ByText {
  /** The entries of text `i` are those from `starts[i]` up to `starts[i + 1]`. */
  starts: Uint32Array;
  kinds: Uint16Array;
  values: Float32Array;
}

export function scoresOf(vectors: Vectors, { surface, concepts }: Nearness): Float32Array {
  const { starts, kinds, values } = byTextOf(vectors, surface.length);
  const scores = Float32Array.from(vectors.biases);
  const sums = new Float64Array(scores.length);
  for (let text = 0; text < surface.length; text++) {
    const nearness = Math.fround(surface[text]! + concepts[text]!);
    if (nearness === 0) continue;
    for (let at = starts[text]!, to = starts[text + 1]!; at < to; at++) sums[kinds[at]!]! += values[at]! * nearness;
  }
  for (let kind = 0; kind < scores.length; kind++) scores[kind]! += sums[kind]!;
  return scores;
}

const known = new WeakMap<Vectors, ByText>();

function byTextOf(vectors: Vectors, size: number): ByText {
  const made = known.get(vectors);
  if (made) return made;
  const { starts, texts, values } = vectors;
  const byText: ByText = {
    starts: new Uint32Array(size + 1),
    kinds: new Uint16Array(texts.length),
    values: new Float32Array(texts.length),
  };
  for (const text of texts) byText.starts[text + 1]!++;
  for (let text = 0; text < size; text++) byText.starts[text + 1]! += byText.starts[text]!;
  const ends = byText.starts.slice();
  for (let kind = 0; kind < vectors.biases.length; kind++)
    for (let at = starts[kind]!; at < starts[kind + 1]!; at++) {
      const place = ends[texts[at]!]!++;
      byText.kinds[place] = kind;
      byText.values[place] = values[at]!;
    }
  known.set(vectors, byText);
  return byText;
}
