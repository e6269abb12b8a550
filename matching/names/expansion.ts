import type { Detail } from './scan.ts';
import { FIRST_CAPITAL } from '../tokens.ts';

/** How many words away an acronym may be spelled out. */
const reach = 40;
const joint = /^[\s\u00a0\u202f-]+$/u;

/**
 * Whether an acronym is spelled out near a place where it stands: `the NSO, the National Symphony Orchestra`. The firm's name is no
 * abbreviation of words, so whatever spells it out is something else. Little words may stand between (`Office for National Statistics`).
 */
export function isSpelledOut(acronym: string, at: number, detail: Detail): boolean {
  const last = Math.min(detail.words.length - 1, at + reach);
  for (let from = Math.max(0, at - reach); from <= last; from++) {
    if (from !== at && startsExpansion(acronym, from, at, detail)) return true;
  }
  return false;
}

const appositive = /^[\s\u00a0]*[,(–—:][\s\u00a0]*$/u;

/** The same in two words, where the second is a compound: `das NSO, das Nahetaler Sinfonieorchester`. Only right beside the acronym. */
export function isSpelledOutBeside(acronym: string, at: number, { words, cases, starts, ends, text }: Detail): boolean {
  if (at + 1 >= words.length || !appositive.test(text.slice(ends[at], starts[at + 1]))) return false;
  for (let from = at + 1; from <= at + 2 && from + 1 < words.length; from++) {
    const [first, second] = [words[from]!.text, words[from + 1]!.text];
    if (!(cases[from]! & FIRST_CAPITAL) || first[0] !== acronym[0] || second[0] !== acronym[1]) continue;
    if (
      joint.test(text.slice(ends[from], starts[from + 1])) &&
      second.length > 6 &&
      second.includes(acronym.slice(2), 2)
    )
      return true;
  }
  return false;
}

function startsExpansion(
  acronym: string,
  from: number,
  at: number,
  { words, cases, starts, ends, text }: Detail,
): boolean {
  if (!(cases[from]! & FIRST_CAPITAL)) return false;
  let letter = 0;
  let skipped = 0;
  for (let i = from; i < words.length; i++) {
    if (i === at || (i > from && !joint.test(text.slice(ends[i - 1], starts[i])))) return false;
    const word = words[i]!.text;
    if (word.length > 2 && word[0] === acronym[letter]) {
      letter++;
      skipped = 0;
      if (letter === acronym.length) return true;
    } else if (letter > 0 && skipped === 0 && word.length <= 4 && !(cases[i]! & FIRST_CAPITAL)) skipped++;
    else return false;
  }
  return false;
}
