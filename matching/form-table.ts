import { foldText } from '../data/fold.ts';
import type { Form } from './forms.ts';
import { editDistance, letterDifference, letterSet, slipLimit } from './near.ts';
import { hashOf } from './tokens.ts';
import { withoutPrefix } from './word-patterns.ts';

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
  ('s es n en ns a u e i y o om em im ie ia iem owi owa owe owy owej ov ova ove ovi ovu ovy ovou ovom ovym ovych ovo ou ' +
    'ami ach ama ima in ina iny inom ul ului lui it ot ban ben nak nek val vel nal nel rol tol hoz hez ra re ' +
    'nin nun de da den dan ta te ye ya yi yu ssa sta lla lta lle ksi ' +
    'а у ом ем е ы и ов ами ах ой ою ви ові ові').split(' '),
);

/** Shorter names take no ending but in capitals (`NSOs`), which `detect` looks at. */
const minimumInflected = 3;
const memory = 20_000;

/** The forms by their words: an open-addressing table of word hashes, and for each word the forms that begin with it. */
export class FormTable {
  readonly forms: readonly Form[];
  /** Each form's words as numbers. */
  readonly sequences: Int32Array[];
  readonly #words: string[] = [];
  readonly #starting: number[][] = [];
  readonly #slots: Int32Array;
  readonly #numbers: Int32Array;
  readonly #mask: number;
  readonly #byInitial = new Map<string, number[]>();
  readonly #letters: number[] = [];
  readonly #ordinary: ReadonlySet<string>;
  readonly #readings = new Map<string, readonly Reading[]>();

  /** `ordinary`: words that look like a slip of a name and are none (`macaron`). */
  constructor(forms: readonly Form[], ordinary: Iterable<string>) {
    this.forms = forms;
    this.#ordinary = new Set([...ordinary].map(foldText));
    const numbers = new Map<string, number>();
    const numberOf = (word: string): number => {
      let number = numbers.get(word);
      if (number === undefined) {
        number = this.#words.length;
        numbers.set(word, number);
        this.#words.push(word);
        this.#starting.push([]);
        this.#letters.push(letterSet(word));
        const list = this.#byInitial.get(word[0]!);
        if (list) list.push(number);
        else this.#byInitial.set(word[0]!, [number]);
      }
      return number;
    };
    this.sequences = forms.map((form) => Int32Array.from(form.words, numberOf));
    this.sequences.forEach((sequence, form) => this.#starting[sequence[0]!]!.push(form));
    for (const list of this.#starting) list.sort((a, b) => forms[b]!.words.length - forms[a]!.words.length);

    let size = 64;
    while (size < this.#words.length * 2) size *= 2;
    this.#mask = size - 1;
    this.#slots = new Int32Array(size);
    this.#numbers = new Int32Array(size).fill(-1);
    this.#words.forEach((word, number) => {
      const hash = hashOf(word);
      let slot = hash & this.#mask;
      while (this.#numbers[slot] !== -1) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = hash;
      this.#numbers[slot] = number;
    });
  }

  /** The number of the word with this hash, or -1. Two words may share a hash: compare with `wordAt`. */
  find(hash: number): number {
    let slot = hash & this.#mask;
    while (this.#numbers[slot] !== -1) {
      if (this.#slots[slot] === hash) return this.#numbers[slot]!;
      slot = (slot + 1) & this.#mask;
    }
    return -1;
  }

  wordAt(number: number): string {
    return this.#words[number]!;
  }

  /** Forms whose first word this is, those with most words first. */
  starting(number: number): readonly number[] {
    return this.#starting[number]!;
  }

  /** Other ways to read a folded word that is not in the table as it stands: with a prefix, with an ending, as a slip. */
  readings(word: string): readonly Reading[] {
    let readings = this.#readings.get(word);
    if (readings === undefined) {
      readings = this.#read(word);
      if (this.#readings.size >= memory) this.#readings.clear();
      this.#readings.set(word, readings);
    }
    return readings;
  }

  #read(word: string): readonly Reading[] {
    const readings: Reading[] = [];
    for (const bare of withoutPrefix(word)) this.#readFrom(bare, word.length - bare.length, readings);
    this.#readFrom(word, 0, readings);
    return readings.toSorted((a, b) => a.distance - b.distance || a.after - b.after);
  }

  #readFrom(word: string, before: number, readings: Reading[]): void {
    const exact = this.find(hashOf(word));
    if (exact >= 0 && this.#words[exact] === word) readings.push({ word: exact, before, after: 0, distance: 0 });
    const letters = letterSet(word);
    const ordinary = this.#ordinary.has(word);
    for (const number of this.#byInitial.get(word[0]!) ?? []) {
      const known = this.#words[number]!;
      const longer = word.length - known.length;
      if (longer > 0 && longer <= 4 && known.length >= minimumInflected && word.startsWith(known) && endings.has(word.slice(known.length))) {
        readings.push({ word: number, before, after: longer, distance: 0 });
        continue;
      }
      const limit = slipLimit(known.length);
      if (limit === 0 || ordinary || Math.abs(longer) > limit || letterDifference(letters, this.#letters[number]!) > 2 * limit) continue;
      const distance = editDistance(word, known, limit);
      if (distance > 0 && distance <= limit) readings.push({ word: number, before, after: 0, distance });
    }
  }
}
