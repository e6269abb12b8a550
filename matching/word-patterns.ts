/**
 * Sets of words as the data files write them: folded words, `stem*`, `*ending`, and phrases of such words.
 * Each pattern carries a number of the caller's (a weight, an index).
 */

/** Words in a row; the last or any may be a stem. */
export interface Phrase {
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

/** What a word says by itself, and the phrases that begin with it. */
export interface PatternReading {
  values: readonly number[];
  phrases: readonly Phrase[];
}

const memory = 20_000;
const nothing: PatternReading = { values: [], phrases: [] };

export class WordPatterns {
  readonly #exact = new Map<string, number[]>();
  /** Stems by their first three characters. */
  readonly #stems = new Map<string, [stem: string, value: number][]>();
  readonly #endings: [ending: string, value: number][] = [];
  /** Phrases by the first characters of their first word. */
  readonly #phrases = new Map<string, Phrase[]>();
  /** Texts repeat their words: each is read once. */
  readonly #readings = new Map<string, PatternReading>();

  constructor(patterns: Iterable<readonly [pattern: string, value: number]>) {
    for (const [pattern, value] of patterns) {
      const words = pattern.split(/[\s'’-]+/).filter(Boolean);
      if (words.length === 1) this.#add(words[0]!, value);
      else if (words.length > 1) file(this.#phrases, words[0]!.replace('*', '').slice(0, KEY), { words, value });
    }
  }

  #add(word: string, value: number): void {
    if (word.endsWith('*')) file(this.#stems, word.slice(0, -1).slice(0, KEY), [word.slice(0, -1), value]);
    else if (word.startsWith('*')) this.#endings.push([word.slice(1), value]);
    else {
      const list = this.#exact.get(word);
      if (list) list.push(value);
      else this.#exact.set(word, [value]);
    }
  }

  /** Whether a folded word fits a pattern of one word. */
  has(word: string): boolean {
    return this.read(word).values.length > 0;
  }

  /** All patterns in a list of folded words, phrases included, in order of their place. */
  find(words: readonly string[]): PatternHit[] {
    const hits: PatternHit[] = [];
    for (let from = 0; from < words.length; from++) {
      const { values, phrases } = this.read(words[from]!);
      for (const value of values) hits.push({ from, to: from + 1, value });
      for (const phrase of phrases) {
        if (goesOn(phrase, (k) => words[from + k])) {
          hits.push({ from, to: from + phrase.words.length, value: phrase.value });
        }
      }
    }
    return hits;
  }

  /** What a folded word says by itself, and the phrases that begin with it. */
  read(word: string): PatternReading {
    let reading = this.#readings.get(word);
    if (reading === undefined) {
      const values = this.#valuesOf(word);
      const phrases = (this.#phrases.get(word.slice(0, KEY)) ?? []).filter((phrase) => fits(phrase.words[0]!, word));
      reading = values.length === 0 && phrases.length === 0 ? nothing : { values, phrases };
      if (this.#readings.size >= memory) this.#readings.clear();
      this.#readings.set(word, reading);
    }
    return reading;
  }

  #valuesOf(word: string): number[] {
    for (const form of [word, ...withoutPrefix(word)]) {
      const stems = (this.#stems.get(form.slice(0, KEY)) ?? []).filter(([stem]) => form.startsWith(stem));
      const endings = this.#endings.filter(([end]) => form.endsWith(end));
      const values = [...(this.#exact.get(form) ?? []), ...[...stems, ...endings].map(([, value]) => value)];
      if (values.length > 0) return values;
    }
    return [];
  }
}

/** Whether the words after a phrase's first one stand where they should; `wordAt` counts from the first. */
export function goesOn({ words }: Phrase, wordAt: (k: number) => string | undefined): boolean {
  for (let k = 1; k < words.length; k++) if (!fits(words[k]!, wordAt(k))) return false;
  return true;
}

function fits(pattern: string, word: string | undefined): boolean {
  if (word === undefined) return false;
  return pattern.endsWith('*') ? word.startsWith(pattern.slice(0, -1)) : word === pattern;
}

/** Adds to the list of a key. */
export function file<T>(index: Map<string, T[]>, key: string, entry: T): void {
  const list = index.get(key);
  if (list) list.push(entry);
  else index.set(key, [entry]);
}
