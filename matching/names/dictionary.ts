/**
 * The words of pages. A page says the same few thousand words again and again: what is to be known of a word is found out once, and each
 * place where it stands costs a look into a table.
 */
import { EXPANDING, INVISIBLE, foldOf, kindOf } from '../characters.ts';
import type { FormTable, Reading } from './form-table.ts';
import { foldSpan } from '../tokens.ts';
import type { Tokens } from '../tokens.ts';
import type { Pattern } from '../word-patterns.ts';

/** What a word says of the text around it. */
export interface Meanings {
  /** That it fits or begins; their values are the numbers of meanings. */
  readonly patterns: readonly Pattern[];
  /** Says that a text is about the affair, or begins a phrase that does. */
  readonly decisive: boolean;
}

/** What is known of words, without the dictionary. */
export interface Knowledge {
  table: FormTable;
  meaningsOf(text: string): Meanings;
}

/** A folded word and what it may say. */
export class Word implements Meanings {
  readonly text: string;
  /** Read as it stands as a word of some form; null where it is none. */
  readonly exact: Reading | null;
  readonly patterns: readonly Pattern[];
  readonly decisive: boolean;
  readonly #table: FormTable;
  #others: readonly Reading[] | undefined;

  constructor(text: string, { table, meaningsOf }: Knowledge) {
    this.text = text;
    this.exact = table.find(text);
    ({ patterns: this.patterns, decisive: this.decisive } = meaningsOf(text));
    this.#table = table;
  }

  /** Other ways to read it. */
  get others(): readonly Reading[] {
    return (this.#others ??= this.#table.readings(this.text));
  }
}

/** A page of more different words starts over. */
const memory = 12_000;
/** A power of two, and well more than the words. */
const slotCount = 32_768;

export class Dictionary {
  readonly #knowledge: Knowledge;
  readonly #words: Word[] = [];
  #known: Word[] = [];
  /** By hash: one more than the number of a known word, 0 where there is none. */
  readonly #slots = new Int32Array(slotCount);
  readonly #hashes = new Int32Array(slotCount);

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
  }

  /** The words of a text, in order. The list is used again: it holds until the next call. */
  wordsOf({ text, count, hashes, starts, ends }: Tokens): readonly Word[] {
    if (this.#known.length > memory) {
      this.#known = [];
      this.#slots.fill(0);
    }
    const words = this.#words;
    words.length = count;
    for (let i = 0; i < count; i++) words[i] = this.#wordAt(text, starts[i]!, ends[i]!, hashes[i]!);
    return words;
  }

  #wordAt(text: string, start: number, end: number, hash: number): Word {
    let slot = hash & (slotCount - 1);
    for (; this.#slots[slot] !== 0; slot = (slot + 1) & (slotCount - 1)) {
      // Hashes may collide: believe the letters
      const known = this.#known[this.#slots[slot]! - 1]!;
      if (this.#hashes[slot] === hash && reads(text, start, end, known.text)) return known;
    }
    const word = new Word(foldSpan(text, start, end), this.#knowledge);
    // One block may bring more words than there are slots: those are not kept
    if (this.#known.length < 2 * memory) {
      this.#slots[slot] = this.#known.push(word);
      this.#hashes[slot] = hash;
    }
    return word;
  }
}

/** Whether a span of the text folds to the word. */
function reads(text: string, start: number, end: number, word: string): boolean {
  let k = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    const kind = kindOf(code);
    if (kind === INVISIBLE) continue;
    if (kind >= EXPANDING) return foldSpan(text, start, end) === word;
    if (word.charCodeAt(k++) !== foldOf(code)) return false;
  }
  return k === word.length;
}
