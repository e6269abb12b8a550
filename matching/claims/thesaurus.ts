/**
 * Sets of words that stand in for each other in any language (`data/thesaurus/`): what ties a sentence to an example that says the same in words
 * that they do not share. Kept as one table of hashes.
 */
import type { Synset } from '../../data/facts.ts';
import { foldText } from '../../data/fold.ts';
import { withoutPrefix } from '../word-patterns.ts';
import { HashIndex, hashTable, type HashTable } from './hash-index.ts';

/** Words and beginnings of phrases by their hashes. */
export interface ThesaurusTables extends HashTable {
  /** Of each the number of its synset, or `GOES_ON` where a phrase has a further word. */
  synsets: Uint16Array;
}

const GOES_ON = 0xffff;
const VALUES = 0x10000;
/** A stem, `word*`, has at least so many letters. */
const shortestStem = 3;
const longestWord = 24;
/** Its languages. */
const languages = ['en', 'fr', 'de', 'es', 'it', 'nl', 'pt', 'pl', 'ar', 'he', 'lb'];
const PRIME = 0x01000193;
const STEM = 1;
const WHOLE = 2;

/** The sets' words as a table, each by its hash with the number of its set: its place in the list. For the build. */
export function tabulateThesaurus(synsets: readonly Synset[]): ThesaurusTables {
  /** Hash and value as one number each, so that sorting them is sorting numbers. */
  const entries = new Set<number>();
  synsets.forEach(({ words }, synset) => {
    for (const [language, list] of Object.entries(words))
      for (const written of list) {
        const pattern = wordsOf(written);
        let node = seedOf(language);
        pattern.forEach((word, at) => {
          node = word.endsWith('*') ? ended(hashed(node, word.slice(0, -1)), STEM) : ended(hashed(node, word), WHOLE);
          entries.add(node * VALUES + (at < pattern.length - 1 ? GOES_ON : synset));
        });
      }
  });
  const sorted = Float64Array.from(entries).sort();
  return {
    ...hashTable(sorted.map((entry) => Math.floor(entry / VALUES))),
    synsets: Uint16Array.from(sorted, (entry) => entry % VALUES),
  };
}

/** A word or phrase of the thesaurus as folded words; a star stays at the end of its word. */
function wordsOf(written: string): string[] {
  return written
    .split(' ')
    .flatMap((word) => {
      const folded = foldText(word).split(' ').filter(Boolean);
      const last = folded.pop();
      if (last === undefined) return [];
      return [...folded, word.endsWith('*') && last.length >= shortestStem ? `${last}*` : last];
    })
    .map((word) => word.slice(0, longestWord));
}

export class Thesaurus {
  readonly #index: HashIndex;
  readonly #synsets: Uint16Array;
  readonly #seeds: ReadonlyMap<string | null, readonly number[]>;

  constructor(tables: ThesaurusTables) {
    this.#index = new HashIndex(tables);
    this.#synsets = tables.synsets;
    const seeds = languages.map((language): [string | null, number[]] => [language, [seedOf(language)]]);
    this.#seeds = new Map([...seeds, [null, seeds.flatMap(([, own]) => own)]]);
  }

  /**
   * The numbers of the synsets that the words name.
   * @param words folded
   * @param language null where it is not known: then the words of all count
   */
  find(words: readonly string[], language: string | null): Set<number> {
    const found = new Set<number>();
    for (const seed of this.#seeds.get(language) ?? [])
      for (let at = 0; at < words.length; at++) this.#read(words, at, seed, found);
    return found;
  }

  /** @param node the hash of what stands before */
  #read(words: readonly string[], at: number, node: number, found: Set<number>): void {
    const word = words[at];
    if (!word) return;
    for (const form of [word, ...withoutPrefix(word)]) {
      const length = Math.min(form.length, longestWord);
      let hash = node;
      for (let end = 1; end <= length; end++) {
        hash = Math.imul(hash ^ form.charCodeAt(end - 1), PRIME);
        if (end >= shortestStem) this.#take(ended(hash, STEM), words, at, found);
      }
      this.#take(ended(hash, WHOLE), words, at, found);
    }
  }

  #take(hash: number, words: readonly string[], at: number, found: Set<number>): void {
    for (let entry = this.#index.find(hash); entry >= 0; entry = this.#index.find(hash, entry)) {
      const synset = this.#synsets[entry]!;
      if (synset === GOES_ON) this.#read(words, at + 1, hash, found);
      else found.add(synset);
    }
  }
}

const seedOf = (language: string): number => hashed(0x811c9dc5 | 0, `${language} `);

function hashed(from: number, text: string): number {
  let hash = from;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  return hash;
}

/** Of a word with what stands before it, by whether it is the whole word or its beginning. */
function ended(hash: number, how: typeof STEM | typeof WHOLE): number {
  const mixed = Math.imul(hash ^ how, PRIME);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
