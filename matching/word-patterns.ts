/**
 * Sets of words as the data files write them: folded words, `stem*`, `*ending`, and phrases of such words.
 * Each pattern carries a number of the caller's (a weight, an index).
 */

interface Phrase {
  words: string[];
  value: number;
}

/** Stems are filed under their first so many characters, so none may be shorter. */
const KEY = 3;

/** A pattern that was found: from which word to which, and its value. */
export interface PatternHit {
  from: number;
  to: number;
  value: number;
}

const arabicPrefix = /^(?:[وف]?(?:ال|لل|[بكل]ال|[بكل]))(?=..)|^[وف](?=...)/;
const hebrewPrefix = /^[והבלמשכ]$/;
const mostHebrewPrefixes = 2;

/**
 * A folded Arabic or Hebrew word without what is written together with it (and, the, to, in, from, that, as): every way to read it, since in
 * Hebrew the letters of the prefixes also begin words. None for other scripts.
 */
export function withoutPrefix(word: string): string[] {
  const code = word.charCodeAt(0);
  if (code < 0x590 || code > 0x6ff) return [];
  if (code >= 0x600) {
    const bare = word.replace(arabicPrefix, '');
    return bare === word ? [] : [bare];
  }
  const bare: string[] = [];
  for (let taken = 1; taken <= mostHebrewPrefixes && word.length - taken > 2 && hebrewPrefix.test(word[taken - 1]!); taken++) bare.push(word.slice(taken));
  return bare;
}

export class WordPatterns {
  readonly #several: boolean;
  readonly #exact = new Map<string, number[]>();
  /** Stems by their first three characters. */
  readonly #stems = new Map<string, [stem: string, value: number][]>();
  readonly #endings: [ending: string, value: number][] = [];
  /** Phrases by the first characters of their first word. */
  readonly #phrases = new Map<string, Phrase[]>();

  /** `several`: a word may fit more than one pattern, and `find` reports them all; otherwise the longest stem alone. */
  constructor(patterns: Iterable<readonly [pattern: string, value: number]>, several = false) {
    this.#several = several;
    for (const [pattern, value] of patterns) {
      const words = pattern.split(/[\s'’-]+/).filter(Boolean);
      if (words.length === 1) this.#add(words[0]!, value);
      else if (words.length > 1) file(this.#phrases, words[0]!.replace('*', ''), { words, value });
    }
  }

  #add(word: string, value: number): void {
    if (word.endsWith('*')) file(this.#stems, word.slice(0, -1), [word.slice(0, -1), value]);
    else if (word.startsWith('*')) this.#endings.push([word.slice(1), value]);
    else {
      const list = this.#exact.get(word);
      if (list) list.push(value);
      else this.#exact.set(word, [value]);
    }
  }

  /** The value of the pattern that a folded word fits, or undefined. A whole word goes before a stem, a longer stem before a shorter. */
  word(word: string): number | undefined {
    return this.#values(word)[0];
  }

  #values(word: string): number[] {
    const values = this.#plain(word);
    if (values.length > 0) return values;
    for (const bare of withoutPrefix(word)) {
      const found = this.#plain(bare);
      if (found.length > 0) return found;
    }
    return values;
  }

  #plain(word: string): number[] {
    const exact = this.#exact.get(word);
    if (exact && !this.#several) return exact;
    const stems = (this.#stems.get(word.slice(0, KEY)) ?? []).filter(([stem]) => word.startsWith(stem));
    stems.sort((a, b) => b[0].length - a[0].length);
    const ending = this.#endings.filter(([end]) => word.endsWith(end));
    return [...(exact ?? []), ...stems.map(([, value]) => value), ...ending.map(([, value]) => value)];
  }

  /** All patterns in a list of folded words, phrases included, in order of their place. */
  find(words: readonly string[]): PatternHit[] {
    const hits: PatternHit[] = [];
    for (let from = 0; from < words.length; from++) {
      const values = this.#values(words[from]!);
      for (const value of this.#several ? values : values.slice(0, 1)) hits.push({ from, to: from + 1, value });
      for (const phrase of this.#phrases.get(words[from]!.slice(0, KEY)) ?? []) {
        if (phrase.words.every((pattern, k) => fits(pattern, words[from + k]))) {
          hits.push({ from, to: from + phrase.words.length, value: phrase.value });
        }
      }
    }
    return hits;
  }
}

function fits(pattern: string, word: string | undefined): boolean {
  if (word === undefined) return false;
  return pattern.endsWith('*') ? word.startsWith(pattern.slice(0, -1)) : word === pattern;
}

function file<T>(index: Map<string, T[]>, stem: string, entry: T): void {
  const key = stem.slice(0, KEY);
  const list = index.get(key);
  if (list) list.push(entry);
  else index.set(key, [entry]);
}
