/**
 * What two sentences may have in common, as hashed features: pieces of words, stems, pairs of stems and figures (the surface), and
 * concepts with their pairs, which hold across languages.
 */
import { figuresOf } from './figures.ts';

/** Kinds of features, each with its weight in a comparison. Tried by cross-validation on the examples. */
export const KINDS = ['gram', 'stem', 'pair', 'figure', 'concept', 'concepts'] as const;
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

export function featuresOf(text: string, words: readonly string[], concepts: ReadonlySet<number>): TextFeatures {
  const found = new Map<number, number>();
  const add = (kind: Kind, key: string): void => {
    found.set(mixed(hashFrom(seedOf[kind], key)), KINDS.indexOf(kind));
  };
  const gram = KINDS.indexOf('gram');
  let previous = '';
  for (const word of words.slice(0, mostWords)) {
    if (word === '' || /^\d/.test(word)) continue;
    const stem = word.slice(0, stemLength);
    add('stem', stem);
    if (word.length > 2) {
      if (previous !== '') add('pair', `${previous} ${stem}`);
      previous = stem;
      for (const hash of gramsOf(word)) found.set(hash, gram);
    }
  }
  for (const figure of figuresOf(text, words)) add('figure', String(figure));
  const all = [...concepts].toSorted((a, b) => a - b).slice(0, 24);
  all.forEach((concept, at) => {
    add('concept', String(concept));
    for (const other of all.slice(at + 1)) add('concepts', `${concept} ${other}`);
  });
  return { hashes: Int32Array.from(found.keys()), kinds: Uint8Array.from(found.values()) };
}

/** FNV-1a, a seed for each kind. */
const seedOf = Object.fromEntries(KINDS.map((kind, index) => [kind, Math.imul(BASIS ^ (index + 1), PRIME)])) as Record<
  Kind,
  number
>;

function hashFrom(seed: number, key: string): number {
  let hash = seed;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), PRIME);
  return hash;
}

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
