/**
 * The words of pages. A page says the same few thousand words again and again: what is to be known of a word is found out once, and each
 * place where it stands costs a look into a table.
 */
import { EXPANDING, INVISIBLE, foldOf, kindOf } from './characters.ts';
import type { FormTable, Reading } from './form-table.ts';
import { foldSpan } from './tokens.ts';
import type { Tokens } from './tokens.ts';
import type { Pattern } from './word-patterns.ts';

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
const memory = 20_000;
/** A power of two, and well more than the words. */
const slotCount = 65_536;

export class Dictionary {
  readonly #knowledge: Knowledge;
  readonly #words: Word[] = [];
  #slots: (Word | undefined)[] = [];
  readonly #hashes = new Int32Array(slotCount);
  #count = 0;

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
    this.#clear();
  }

  /** The words of a text, in order. The list is used again: it holds until the next call. */
  wordsOf({ text, count, hashes, starts, ends }: Tokens): readonly Word[] {
    if (this.#count > memory) this.#clear();
    const words = this.#words;
    words.length = count;
    for (let i = 0; i < count; i++) words[i] = this.#wordAt(text, starts[i]!, ends[i]!, hashes[i]!);
    return words;
  }

  #wordAt(text: string, start: number, end: number, hash: number): Word {
    let slot = hash & (slotCount - 1);
    for (let word = this.#slots[slot]; word; word = this.#slots[slot]) {
      // Hashes may collide: believe the letters
      if (this.#hashes[slot] === hash && reads(text, start, end, word.text)) return word;
      slot = (slot + 1) & (slotCount - 1);
    }
    const word = new Word(foldSpan(text, start, end), this.#knowledge);
    this.#hashes[slot] = hash;
    // One block may bring more words than there are slots: those are not kept.
    if (this.#count < 2 * memory) {
      this.#count++;
      this.#slots[slot] = word;
    }
    return word;
  }

  #clear(): void {
    this.#slots = Array.from({ length: slotCount });
    this.#count = 0;
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
