/**
 * What two sentences may have in common, as hashed features: pieces of words, stems, pairs of stems and figures (the surface), and
 * concepts with their pairs and synsets, which hold across languages.
 */
import { figuresOf } from './figures.ts';

/** Kinds of features, each with its weight in a comparison. Tried by cross-validation on the examples. */
export const KINDS = ['gram', 'stem', 'pair', 'figure', 'concept', 'concepts', 'synset'] as const;
export type Kind = (typeof KINDS)[number];

/** Features of one text: `hashes[i]` is of the kind `kinds[i]` (index into `KINDS`). Each hash is there once. */
export interface TextFeatures {
  hashes: Int32Array;
  kinds: Uint8Array;
}

const BASIS = 0x811c9dc5 | 0;
const PRIME = 0x01000193;
const stemLength = 6;
const longestWord = 24;
const mostWords = 400;
const mostConcepts = 24;

export function featuresOf(
  text: string,
  words: readonly string[],
  concepts: ReadonlySet<number>,
  synsets: Iterable<number>,
): TextFeatures {
  found.clear();
  let previous = 0;
  for (const word of words.slice(0, mostWords)) {
    if (word === '' || /^\d/.test(word)) continue;
    const stem = hashFrom(seedOf.stem, word, stemLength);
    found.add(stem, kindOf.stem);
    if (word.length > 2) {
      if (previous !== 0) found.add(hashOf(previous, stem), kindOf.pair);
      previous = stem;
      for (const hash of gramsOf(word)) found.add(hash, kindOf.gram);
    }
  }
  for (const figure of figuresOf(text, words)) found.add(hashFrom(seedOf.figure, String(figure)), kindOf.figure);
  const all = [...concepts].toSorted((a, b) => a - b).slice(0, mostConcepts);
  all.forEach((concept, at) => {
    found.add(hashOf(seedOf.concept, concept), kindOf.concept);
    for (let next = at + 1; next < all.length; next++)
      found.add(hashOf(hashOf(seedOf.concepts, concept), all[next]!), kindOf.concepts);
  });
  for (const synset of synsets) found.add(hashOf(seedOf.synset, synset), kindOf.synset);
  return found.features();
}

/** Sentences have some 200; what a hostile one has beyond is left out. */
const mostFeatures = 8_192;

/** The features of one text, each once. Filled anew for each text, so that none of it is garbage. */
class FeatureSet {
  #size = 0;
  readonly #hashes = new Int32Array(mostFeatures);
  readonly #kinds = new Uint8Array(mostFeatures);
  /** Open addressing: places in the lists above, counted from one. */
  readonly #slots = new Uint16Array(2 * mostFeatures);

  clear(): void {
    this.#size = 0;
    this.#slots.fill(0);
  }

  add(hash: number, kind: number): void {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let place = this.#slots[slot]!; place !== 0; place = this.#slots[slot]!) {
      if (this.#hashes[place - 1] === hash) return;
      slot = (slot + 1) & mask;
    }
    if (this.#size === mostFeatures) return;
    this.#hashes[this.#size] = hash;
    this.#kinds[this.#size] = kind;
    this.#slots[slot] = ++this.#size;
  }

  features(): TextFeatures {
    return { hashes: this.#hashes.slice(0, this.#size), kinds: this.#kinds.slice(0, this.#size) };
  }
}

const found = new FeatureSet();

/** FNV-1a, a seed for each kind. */
const seedOf = Object.fromEntries(KINDS.map((kind, index) => [kind, Math.imul(BASIS ^ (index + 1), PRIME)])) as Record<
  Kind,
  number
>;
const kindOf = Object.fromEntries(KINDS.map((kind, index) => [kind, index])) as Record<Kind, number>;

/** Of the first `length` characters of a word. */
function hashFrom(seed: number, word: string, length = word.length): number {
  let hash = seed;
  for (let at = 0; at < Math.min(length, word.length); at++) hash = Math.imul(hash ^ word.charCodeAt(at), PRIME);
  return mixed(hash);
}

/** Of two hashes or numbers, in this order. */
const hashOf = (first: number, second: number): number => mixed(Math.imul(Math.imul(first, PRIME) ^ second, PRIME));

const mixed = (hash: number): number => hash ^ (hash >>> 15);

const grams = new Map<string, Int32Array>();
const mostRemembered = 8_000;

/** The pieces of three to five characters of a word with a space on either side; texts repeat their words. */
function gramsOf(word: string): Int32Array {
  const known = grams.get(word);
  if (known) return known;
  const padded = ` ${word.slice(0, longestWord)} `;
  const hashes: number[] = [];
  for (let from = 0; from + 3 <= padded.length; from++) {
    let hash = seedOf.gram;
    for (let at = from; at < Math.min(from + 5, padded.length); at++) {
      hash = Math.imul(hash ^ padded.charCodeAt(at), PRIME);
      if (at >= from + 2) hashes.push(mixed(hash));
    }
  }
  if (grams.size >= mostRemembered) grams.clear();
  const found = Int32Array.from(hashes);
  grams.set(word, found);
  return found;
}
