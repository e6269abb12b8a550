/**
 * Sets of words as the data files write them: folded words, `stem*`, `*ending`, and phrases of such words.
 * Each pattern carries a number of the caller's (a weight, an index).
 */

/** The words of a pattern, one or more; each may be a stem. */
export interface Pattern {
  words: readonly string[];
  value: number;
}

/** Stems are filed under their first so many characters, so none may be shorter. */
const KEY = 3;

/** And, so; then the article, or to, in, as with and without it. */
const arabicPrefixes = [/^[وف](?=..)/, /^[وف]?(?:ال|لل|[بكل]ال|[بكل])(?=..)/];
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
    return arabicPrefixes.map((prefix) => word.replace(prefix, '')).filter((bare) => bare !== word);
  }
  const bare: string[] = [];
  for (
    let taken = 1;
    taken <= mostHebrewPrefixes && word.length - taken > 2 && hebrewPrefix.test(word[taken - 1]!);
    taken++
  )
    bare.push(word.slice(taken));
  return bare;
}

export class WordPatterns {
  readonly #exact = new Map<string, Pattern[]>();
  /** By their first three characters. */
  readonly #stems = new Map<string, Pattern[]>();
  readonly #endings: Pattern[] = [];

  constructor(patterns: Iterable<readonly [pattern: string, value: number]>) {
    for (const [text, value] of patterns) {
      const words = text.split(' ');
      const [first] = words as [string];
      const pattern = { words, value };
      if (first.endsWith('*')) file(this.#stems, first.slice(0, KEY), pattern);
      else if (first.startsWith('*')) this.#endings.push(pattern);
      else file(this.#exact, first, pattern);
    }
  }

  /** The patterns that a folded word fits or begins, also without what its script writes together with it. */
  startingWith(word: string): readonly Pattern[] {
    return [word, ...withoutPrefix(word)].flatMap((form) =>
      [...(this.#exact.get(form) ?? []), ...(this.#stems.get(form.slice(0, KEY)) ?? []), ...this.#endings].filter(
        ({ words: [first] }) => fits(first!, form),
      ),
    );
  }
}

const mostRemembered = 20_000;

/** `startingWith`, each word asked once: texts repeat their words. */
export function remembering(patterns: WordPatterns): (word: string) => readonly Pattern[] {
  const known = new Map<string, readonly Pattern[]>();
  return (word) => {
    let found = known.get(word);
    if (!found) {
      if (known.size >= mostRemembered) known.clear();
      known.set(word, (found = patterns.startingWith(word)));
    }
    return found;
  };
}

/** Whether the words after a pattern's first one stand where they should; `wordAt` counts from the first. */
export function goesOn({ words }: Pattern, wordAt: (k: number) => string | undefined): boolean {
  for (let k = 1; k < words.length; k++) if (!fits(words[k]!, wordAt(k))) return false;
  return true;
}

function fits(pattern: string, word: string | undefined): boolean {
  if (word === undefined) return false;
  if (pattern.endsWith('*')) return word.startsWith(pattern.slice(0, -1));
  return pattern.startsWith('*') ? word.endsWith(pattern.slice(1)) : word === pattern;
}

/** Adds to the list of a key. */
export function file<T>(index: Map<string, T[]>, key: string, entry: T): void {
  const list = index.get(key);
  if (list) list.push(entry);
  else index.set(key, [entry]);
}
