/**
 * Acronyms that are spelled out: `the NSO, the National Symphony Orchestra`. The firm's name is no abbreviation of words, so whatever spells
 * it out is something else.
 */
import type { Word } from './dictionary.ts';
import type { Detail } from './scan.ts';
import { FIRST_CAPITAL } from '../tokens.ts';
import type { Tokens } from '../tokens.ts';

/** The words of a block, and where they stand. */
type Written = Pick<Detail, 'words' | 'cases' | 'starts' | 'ends' | 'text'>;

/** How many words away an acronym may be spelled out. */
const reach = 40;
const joint = /^[\s\u00a0\u202f-]+$/u;
/** Stands between an acronym and what it stands for: `NSO (Nordic Student Orchestra)`, `Nordic Student Orchestra, NSO`. */
const appositive = /^[\s\u00a0]*[,(–—:„“"«=]*[\s\u00a0]*$/u;

/** Whether an acronym is spelled out near a place where it stands, by the first letters of words, or right beside it by letters within compounds. */
export function isSpelledOut(acronym: string, at: number, written: Written): boolean {
  const last = Math.min(written.words.length - 1, at + reach);
  for (let from = Math.max(0, at - reach); from <= last; from++)
    if (from !== at && capitalsOfExpansion(acronym, from, at, written) > 0) return true;
  return isSpelledOutBefore(acronym, at, written) || isSpelledOutBehind(acronym, at, written);
}

/** Which of the acronyms a block spells out, whether or not they stand in it. Two of the words have capitals: a sentence begins with one. */
export function acronymsSpelledOut(acronyms: readonly string[], words: readonly Word[], tokens: Tokens): string[] {
  const written = { ...tokens, words };
  return acronyms.filter((acronym) => {
    for (let from = 0; from < tokens.count; from++)
      if (words[from]!.text[0] === acronym[0] && capitalsOfExpansion(acronym, from, -1, written) > 1) return true;
    return false;
  });
}

/** How many of the words that spell an acronym out have capitals; 0 where they do not. Little words may stand between (`Office for National Statistics`). */
function capitalsOfExpansion(
  acronym: string,
  from: number,
  at: number,
  { words, cases, starts, ends, text }: Written,
): number {
  if (!(cases[from]! & FIRST_CAPITAL)) return 0;
  let letter = 0;
  let skipped = 0;
  let capitals = 0;
  for (let i = from; i < words.length; i++) {
    if (i === at || (i > from && !joint.test(text.slice(ends[i - 1], starts[i])))) return 0;
    const word = words[i]!.text;
    const hasCapital = (cases[i]! & FIRST_CAPITAL) !== 0;
    if (word.length > 2 && word[0] === acronym[letter]) {
      letter++;
      skipped = 0;
      if (hasCapital) capitals++;
      if (letter === acronym.length) return capitals;
    } else if (letter > 0 && skipped === 0 && word.length <= 4 && !hasCapital) skipped++;
    else return 0;
  }
  return 0;
}

/** More words than these spell out no acronym. */
const mostWords = 4;

/** `Netzservice Oberland (NSO)`, `Naschoolse opvang NSO`. */
function isSpelledOutBefore(acronym: string, at: number, written: Written): boolean {
  for (let from = at - 2; from >= Math.max(0, at - mostWords); from--)
    if (isInLettersOf(acronym, from, at - 1, written) && appositive.test(between(at - 1, written))) return true;
  return false;
}

/** `das NSO, das Nahetaler Sinfonieorchester`. A space alone parts no acronym from what it stands for. */
function isSpelledOutBehind(acronym: string, at: number, written: Written): boolean {
  if (at + 1 >= written.words.length) return false;
  const gap = between(at, written);
  if (!appositive.test(gap) || gap.trim() === '') return false;
  for (let from = at + 1; from <= at + 2; from++)
    for (let to = from + 1; to < Math.min(written.words.length, from + mostWords); to++)
      if (isInLettersOf(acronym, from, to, written)) return true;
  return false;
}

/** Letters of a compound's later parts stand so far behind its first one. */
const shortestPart = 3;

/** Whether words begin with an acronym's letters or hold them within, in their order. Each word holds one, but for little ones. */
function isInLettersOf(acronym: string, from: number, to: number, written: Written): boolean {
  const { words, cases } = written;
  if (!(cases[from]! & FIRST_CAPITAL) || words[from]!.text[0] !== acronym[0]) return false;
  let letter = 0;
  for (let i = from; i <= to; i++) {
    if (i > from && !joint.test(between(i - 1, written))) return false;
    const word = words[i]!.text;
    const before = letter;
    // The words behind it want a letter each
    const most = acronym.length - (to - i);
    if (word[0] === acronym[letter]) letter++;
    for (let at = shortestPart; letter < most; letter++) {
      at = word.indexOf(acronym[letter]!, at);
      if (at < 0) break;
      at += shortestPart;
    }
    if (letter === before && (word.length > shortestPart || i === to)) return false;
  }
  return letter === acronym.length;
}

/** What stands between a word and the next one. */
function between(word: number, { text, starts, ends }: Written): string {
  return text.slice(ends[word], starts[word + 1]);
}
