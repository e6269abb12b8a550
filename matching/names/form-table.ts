import { foldText } from '../../data/fold.ts';
import type { Form } from './forms.ts';
import { editDistance, letterDifference, letterSet, mostSlips, slipLimit } from './near.ts';
import { file, withoutPrefix } from '../word-patterns.ts';

/** How a word of the page can be read as a word of a form. */
export interface Reading {
  /** Number of the form's word. */
  word: number;
  /** Folded characters in front of and behind the name that do not belong to it (`ل`, `s`). */
  before: number;
  after: number;
  /** Edits to the form's word. */
  distance: number;
}

/**
 * What languages put behind a name without an apostrophe: German and English -s, Slavic, Baltic, Finnish, Hungarian and Turkish
 * cases of names. Folded, Latin and Cyrillic. Never part of the name.
 */
const endings = new Set(
  (
    's es n en ns a u e i y o om em im ie ia iem owi owa owe owy owej ov ova ove ovi ovu ovy ovou ovom ovym ovych ovo ou ' +
    'ami ach ama ima in ina iny inom ul ului lui it t at et ot ban ben nak nek val vel nal nel rol tol hoz hez ra re ' +
    'nin nun de da den dan ta te ye ya yi yu ssa sta lla lta lle ksi ' +
    'а у ом ем е ы и ов ами ах ой ою ви ові ові'
  ).split(' '),
);

/** Shorter names take no ending but in capitals (`NSOs`), which `detect` looks at. */
const minimumInflected = 3;
const longestEnding = 4;

/** The forms by their words. Asked once for each different word of the pages. */
export class FormTable {
  readonly forms: readonly Form[];
  /** Each form's words as numbers. */
  readonly sequences: number[][];
  readonly #words: string[] = [];
  readonly #starting: number[][] = [];
  readonly #numbers = new Map<string, number>();
  /** Words by their first letter and length, for near spellings. */
  readonly #alike = new Map<string, number[]>();
  readonly #letters: number[] = [];
  readonly #ordinary: ReadonlySet<string>;

  /** `ordinary`: words that look like a slip of a name and are none (`macaron`). */
  constructor(forms: readonly Form[], ordinary: Iterable<string>) {
    this.forms = forms;
    this.#ordinary = new Set([...ordinary].map(foldText));
    const numberOf = (word: string, isExact: boolean): number => {
      let number = this.#numbers.get(word);
      if (number === undefined) {
        number = this.#words.push(word) - 1;
        this.#numbers.set(word, number);
        this.#starting.push([]);
        if (!isExact && slipLimit(word.length) > 0) file(this.#alike, word[0]! + word.length, number);
      }
      return number;
    };
    this.sequences = forms.map(({ words, exact }) => words.map((word) => numberOf(word, exact)));
    this.sequences.forEach(([first], form) => this.#starting[first!]!.push(form));
    for (const list of this.#starting)
      if (list.length > 1) list.sort((a, b) => forms[b]!.words.length - forms[a]!.words.length);
  }

  /** A folded word as it stands, as a word of some form; null where it is none. */
  find(word: string): Reading | null {
    const number = this.#numbers.get(word);
    return number === undefined ? null : { word: number, before: 0, after: 0, distance: 0 };
  }

  /** Whether a folded word looks like a slip of a name and is none. */
  isOrdinary(word: string): boolean {
    return this.#ordinary.has(word);
  }

  /** Forms whose first word this is, those with most words first. */
  starting(number: number): readonly number[] {
    return this.#starting[number]!;
  }

  /** Other ways to read a folded word: with a prefix, with an ending, as a slip. The nearest first. */
  readings(word: string): readonly Reading[] {
    const readings: Reading[] = [];
    for (const bare of withoutPrefix(word)) this.#readFrom(bare, word.length - bare.length, readings);
    this.#readFrom(word, 0, readings);
    return readings.sort((a, b) => a.distance - b.distance || a.after - b.after || a.word - b.word);
  }

  #readFrom(word: string, before: number, readings: Reading[]): void {
    const exact = this.#numbers.get(word);
    if (exact !== undefined) readings.push({ word: exact, before, after: 0, distance: 0 });
    for (let after = 1; after <= longestEnding && word.length - after >= minimumInflected; after++) {
      const number = this.#numbers.get(word.slice(0, -after));
      if (number !== undefined && endings.has(word.slice(-after)))
        readings.push({ word: number, before, after, distance: 0 });
    }
    if (!this.#ordinary.has(word)) this.#readSlips(word, before, readings);
  }

  #readSlips(word: string, before: number, readings: Reading[]): void {
    const letters = letterSet(word);
    for (let length = word.length - mostSlips; length <= word.length + mostSlips; length++) {
      const limit = slipLimit(length);
      if (Math.abs(length - word.length) > limit) continue;
      for (const number of this.#alike.get(word[0]! + length) ?? []) {
        const known = this.#words[number]!;
        if (letterDifference(letters, (this.#letters[number] ??= letterSet(known))) > 2 * limit) continue;
        const distance = editDistance(word, known, limit);
        // What reads as an ending is none
        const isEnding = word.startsWith(known) && endings.has(word.slice(length));
        if (distance > 0 && distance <= limit && !isEnding) readings.push({ word: number, before, after: 0, distance });
      }
    }
  }
}
