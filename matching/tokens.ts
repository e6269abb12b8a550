import {
  CAPITAL,
  EXPANDING,
  EXPANDING_CAPITAL,
  INVISIBLE,
  SEPARATOR,
  expansionOf,
  foldOf,
  kindOf,
} from './characters.ts';

/**
 * The words of a text as parallel arrays: no string is made for a word until somebody asks for it.
 * A word is a run of letters, digits and underscores; invisible characters inside do not end it.
 */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  /** UTF-16 offsets into the text. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Hash of the folded word: FNV-1a over its code units. */
  readonly hashes: Int32Array;
  /** Number of capitals in the word, and `FIRST_CAPITAL` if it begins with one. */
  readonly cases: Uint8Array;
}

export const FIRST_CAPITAL = 0x80;

const BASIS = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

let capacity = 1024;
let starts = new Int32Array(capacity);
let ends = new Int32Array(capacity);
let hashes = new Int32Array(capacity);
let cases = new Uint8Array(capacity);

function grow(): void {
  capacity *= 2;
  const larger = (array: Int32Array): Int32Array<ArrayBuffer> => {
    const copy = new Int32Array(capacity);
    copy.set(array);
    return copy;
  };
  starts = larger(starts);
  ends = larger(ends);
  hashes = larger(hashes);
  const copy = new Uint8Array(capacity);
  copy.set(cases);
  cases = copy;
}

/** Splits a text into words, also at `cuts` within letters. The arrays are shared: they hold until the next call. */
export function tokenize(text: string, cuts?: ReadonlySet<number>): Tokens {
  let count = 0;
  const length = text.length;
  let i = 0;
  while (i < length) {
    let code = text.charCodeAt(i);
    let kind = kindOf(code);
    if (kind <= INVISIBLE) {
      i++;
      continue;
    }
    if (count === capacity) grow();
    starts[count] = i;
    let hash = BASIS;
    let capitals = 0;
    const first = kind === CAPITAL || kind === EXPANDING_CAPITAL ? FIRST_CAPITAL : 0;
    let end = i;
    do {
      if (kind !== INVISIBLE) {
        if (kind === EXPANDING || kind === EXPANDING_CAPITAL) {
          const folded = expansionOf(code);
          for (let k = 0; k < folded.length; k++) hash = Math.imul(hash ^ folded.charCodeAt(k), PRIME);
        } else hash = Math.imul(hash ^ foldOf(code), PRIME);
        if (kind === CAPITAL || kind === EXPANDING_CAPITAL) capitals++;
        end = i + 1;
      }
      if (++i === length) break;
      code = text.charCodeAt(i);
      kind = kindOf(code);
    } while (kind !== SEPARATOR && !cuts?.has(i));
    ends[count] = end;
    hashes[count] = hash;
    cases[count] = first | Math.min(capitals, 0x7f);
    count++;
  }
  return { text, count, starts, ends, hashes, cases };
}

/** The folded word at a span of the text, as it was hashed. */
export function foldSpan(text: string, start: number, end: number): string {
  let folded = '';
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    const kind = kindOf(code);
    if (kind <= INVISIBLE) continue;
    folded += kind === EXPANDING || kind === EXPANDING_CAPITAL ? expansionOf(code) : String.fromCharCode(foldOf(code));
  }
  return folded;
}
