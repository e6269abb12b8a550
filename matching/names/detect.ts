import { EXPANDING, EXPANDING_CAPITAL, INVISIBLE, expansionOf, kindOf } from '../characters.ts';
import type { Word } from './dictionary.ts';
import type { FormTable, Reading } from './form-table.ts';
import { ALL_CAPITALS, ANY_CASE } from './forms.ts';
import type { Form } from './forms.ts';
import { FIRST_CAPITAL } from '../tokens.ts';
import type { Tokens } from '../tokens.ts';

/** A span that reads like a form of some entity; whether it means that entity is for `link` to say. */
export interface Candidate {
  form: Form;
  start: number;
  end: number;
  /** Its words among the tokens of the block: half-open. */
  from: number;
  to: number;
  /** Edits to the form, over all words. */
  distance: number;
}

/** Between two words of a name: white space, hyphens, apostrophes, a slash or a dot (`NSO/Group`, `U.S.`), at most three characters. */
const joints = /^(?:[\s\u00a0\u202f\u00ad\u200b-\u200d\u2010-\u2015'’/_\u05be.-]{1,3})$/u;
const swappedJoint = /^,?[\s\u00a0\u202f]{1,2}$/u;

/** The number of the first candidate, of those of a block in order, that ends behind a word. */
export function firstBehind(candidates: readonly Candidate[], word: number): number {
  let low = 0;
  let high = candidates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (candidates[middle]!.to > word) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** All candidates of a text in order, the longest form at each place. Names of others are found too: `form.entity` is -1. */
export function detect(words: readonly Word[], tokens: Tokens, table: FormTable): Candidate[] {
  const found: Candidate[] = [];
  const { count, cases, starts, ends, text } = tokens;
  for (let i = 0; i < count;) {
    const word = words[i]!;
    let best = word.exact ? longest(words, tokens, table, i, word.exact, null) : null;
    if (!best && mayVary(text.charCodeAt(starts[i]!), cases[i]!, ends[i]! - starts[i]!)) {
      for (const reading of word.others) best = longest(words, tokens, table, i, reading, best);
    }
    if (best) {
      found.push(best);
      i = best.to;
    } else i++;
  }
  return found;
}

/** Near spellings and endings are looked for in words with a capital, and in scripts that have none. */
function mayVary(code: number, cases: number, length: number): boolean {
  return length > 3 && ((cases & FIRST_CAPITAL) !== 0 || (code >= 0x590 && code <= 0x6ff));
}

function longest(
  words: readonly Word[],
  tokens: Tokens,
  table: FormTable,
  at: number,
  first: Reading,
  best: Candidate | null,
): Candidate | null {
  const { text, starts, ends } = tokens;
  for (const index of table.starting(first.word)) {
    const form = table.forms[index]!;
    const length = form.words.length;
    if (best && length < best.to - best.from) break;
    if (at + length > tokens.count || !writtenAs(form, 0, tokens, at, first)) continue;
    let distance = first.distance;
    let after = first.after;
    let k = 1;
    for (; k < length && after === 0; k++) {
      const joint = text.slice(ends[at + k - 1], starts[at + k]);
      if (!(form.swapped ? swappedJoint : joints).test(joint)) break;
      const reading = readAs(words, tokens, at + k, table.sequences[index]![k]!, form, k);
      if (!reading) break;
      distance += reading.distance;
      after = reading.after;
    }
    if (k < length || distance > 2) continue;
    if (best && length === best.to - best.from && distance >= best.distance) continue;
    best = {
      form,
      start: starts[at]! + lengthOf(text, starts[at]!, first.before),
      end:
        after === 0
          ? withStop(text, ends[at + length - 1]!, form)
          : endWithout(text, starts[at + length - 1]!, ends[at + length - 1]!, after),
      from: at,
      to: at + length,
      distance,
    };
  }
  return best;
}

/** The reading of a later token as the form's k-th word, or null. */
function readAs(
  words: readonly Word[],
  tokens: Tokens,
  at: number,
  number: number,
  form: Form,
  k: number,
): Reading | null {
  const { exact, others } = words[at]!;
  if (exact?.word === number) return writtenAs(form, k, tokens, at, exact) ? exact : null;
  const last = k === form.words.length - 1;
  for (const reading of others) {
    if (reading.word !== number || reading.before > 0 || (reading.after > 0 && !last)) continue;
    if (writtenAs(form, k, tokens, at, reading)) return reading;
  }
  return null;
}

/** Whether the page writes the word with the capitals that the form asks for. A hashtag may be all lower case. */
function writtenAs(form: Form, k: number, tokens: Tokens, at: number, { after, distance }: Reading): boolean {
  const asked = form.cases[k]!;
  const capitals = tokens.cases[at]! & ~FIRST_CAPITAL;
  const known = form.words[k]!.length;
  if (asked === ALL_CAPITALS) {
    if (distance > 0) return false;
    return capitals === known || (after > 0 && capitals === known + after);
  }
  if (after > 0 && known < 4) return false;
  if (asked === ANY_CASE) return true;
  return (tokens.cases[at]! & FIRST_CAPITAL) !== 0 || tokens.text[tokens.starts[at]! - 1] === '#';
}

/** The last full stop belongs to `N.S.O.`. */
function withStop(text: string, end: number, form: Form): number {
  return form.alias.endsWith('.') && text[end] === '.' ? end + 1 : end;
}

/** How many code units of the text hold the first `folded` folded characters. */
function lengthOf(text: string, start: number, folded: number): number {
  let i = start;
  for (let rest = folded; rest > 0; i++) rest -= widthOf(text.charCodeAt(i));
  return i - start;
}

/** The end of a word without its last `folded` folded characters. */
function endWithout(text: string, start: number, end: number, folded: number): number {
  let i = end;
  for (let rest = folded; rest > 0 && i > start; i--) rest -= widthOf(text.charCodeAt(i - 1));
  while (i > start && kindOf(text.charCodeAt(i - 1)) === INVISIBLE) i--;
  return i;
}

function widthOf(code: number): number {
  const kind = kindOf(code);
  if (kind === INVISIBLE) return 0;
  return kind === EXPANDING || kind === EXPANDING_CAPITAL ? expansionOf(code).length : 1;
}
