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
    const index = KINDS.indexOf(kind);
    let hash = Math.imul(BASIS ^ (index + 1), PRIME);
    for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), PRIME);
    found.set(hash ^ (hash >>> 15), index);
  };
  let previous = '';
  for (const word of words.slice(0, mostWords)) {
    if (word === '' || /^\d/.test(word)) continue;
    const stem = word.slice(0, stemLength);
    add('stem', stem);
    if (word.length > 2) {
      if (previous !== '') add('pair', `${previous} ${stem}`);
      previous = stem;
      const padded = ` ${word.slice(0, longestWord)} `;
      for (let size = 3; size <= 5; size++)
        for (let at = 0; at + size <= padded.length; at++) add('gram', padded.slice(at, at + size));
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
