/**
 * What each UTF-16 code unit is to the scanner, learned the first time it is seen: two table look-ups a character
 * instead of regular expressions and `normalize` on every page.
 */
import { foldCharacter } from '../data/fold.ts';

export const SEPARATOR = 1;
/** Does not count, and does not end a word: soft hyphen, combining mark, zero-width. */
export const INVISIBLE = 2;
/** A letter or digit without case, or in lower case. */
export const PLAIN = 3;
export const CAPITAL = 4;
/** Folds to more than one character: `expansionOf`. */
export const EXPANDING = 5;
export const EXPANDING_CAPITAL = 6;

const kinds = new Uint8Array(0x10000);
const folds = new Uint16Array(0x10000);
const expansions = new Map<number, string>();

// No superscripts and circled figures: `NSO²` is a name with a footnote. No ™: NFKD would glue letters to the name.
const wordCharacter = /[\p{L}\p{Nd}\p{Nl}_]/u;

function learn(code: number): number {
  const character = String.fromCharCode(code);
  const folded = foldCharacter(character);
  let kind: number;
  if (folded === '') kind = INVISIBLE;
  else if (!wordCharacter.test(character)) kind = SEPARATOR;
  else {
    const capital = character !== character.toLowerCase();
    if (folded.length === 1) kind = capital ? CAPITAL : PLAIN;
    else {
      kind = capital ? EXPANDING_CAPITAL : EXPANDING;
      expansions.set(code, folded);
    }
    folds[code] = folded.charCodeAt(0);
  }
  kinds[code] = kind;
  return kind;
}

/** One of the constants above. */
export function kindOf(code: number): number {
  return kinds[code] || learn(code);
}

/** The folded code unit; for expanding kinds the first one. Ask `kindOf` first. */
export function foldOf(code: number): number {
  return folds[code]!;
}

export function expansionOf(code: number): string {
  return expansions.get(code)!;
}
