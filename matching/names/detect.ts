import { EXPANDING, EXPANDING_CAPITAL, INVISIBLE, expansionOf, kindOf } from '../characters.ts';
import type { Word } from './dictionary.ts';
import type { FormTable, Reading } from './form-table.ts';
import { ALL_CAPITALS, ANY_CASE } from './forms.ts';
import type { Form } from './forms.ts';
import { editDistance } from './near.ts';
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
  /** Written without the capitals that the form has. */
  small: boolean;
}

/** A block as `detect` reads it. */
interface Reader {
  words: readonly Word[];
  tokens: Tokens;
  table: FormTable;
  /** Whether the block is written in small letters: names without their capitals are found, too. */
  small: boolean;
}

/**
 * Between two words of a name: hyphens, apostrophes, a slash or a dot (`NSO/Group`, `U.S.`), at most three characters, or white space of any
 * length, since source is indented.
 */
const joints = /^(?:\s+|[\s\u00ad\u200b-\u200d\u2060\u2010-\u2015'’/_\u05be.-]{1,3})$/u;
const swappedJoint = /^,?\s+$/u;
/** More is a gap in a layout. */
const longestJoint = 200;

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
  const reader: Reader = { words, tokens, table, small: isInSmallLetters(tokens) };
  const found: Candidate[] = [];
  for (let i = 0; i < tokens.count;) {
    const word = words[i]!;
    let best = word.exact ? longest(reader, i, word.exact, null) : null;
    if (!best && mayVary(reader, i)) {
      for (const reading of word.others) best = longest(reader, i, reading, best);
    }
    if (best) {
      found.push(best);
      i = best.to;
    } else i++;
  }
  return found;
}

/** Few words of a text in ordinary spelling have no capital (in this part of them names are among them); and it begins with one. */
const fewCapitals = 0.04;

function isInSmallLetters({ text, count, cases, starts }: Tokens): boolean {
  let capitals = 0;
  for (let i = 0; i < count; i++) if (cases[i]! & FIRST_CAPITAL) capitals++;
  if (capitals < fewCapitals * count) return true;
  for (let i = 0; i < count; i++)
    if (/\p{L}/u.test(text[starts[i]!]!) && text[starts[i]! - 1] !== '@') return (cases[i]! & FIRST_CAPITAL) === 0;
  return true;
}

/** Near spellings and endings are looked for in words with a capital, in scripts that have none, and in texts without capitals. */
function mayVary({ tokens: { text, cases, starts, ends }, small }: Reader, at: number): boolean {
  const code = text.charCodeAt(starts[at]!);
  const hasNoCase = code >= 0x590 && code <= 0x6ff;
  return ends[at]! - starts[at]! >= (hasNoCase ? 3 : 4) && (hasNoCase || small || (cases[at]! & FIRST_CAPITAL) !== 0);
}

function longest(reader: Reader, at: number, first: Reading, best: Candidate | null): Candidate | null {
  const { tokens, table } = reader;
  const { text, starts, ends } = tokens;
  for (const index of table.starting(first.word)) {
    const form = table.forms[index]!;
    const length = form.words.length;
    if (best && length < best.to - best.from) break;
    if (at + length > tokens.count || !writtenAs(form, 0, reader, at, first)) continue;
    let distance = first.distance;
    let after = first.after;
    let k = 1;
    for (; k < length && after === 0; k++) {
      if (starts[at + k]! - ends[at + k - 1]! > longestJoint) break;
      const joint = text.slice(ends[at + k - 1], starts[at + k]);
      if (!(form.swapped ? swappedJoint : joints).test(joint)) break;
      const reading = readAs(reader, at + k, table.sequences[index]![k]!, form, k);
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
      small: form.cases.some((asked, k) => asked !== ANY_CASE && (tokens.cases[at + k]! & FIRST_CAPITAL) === 0),
    };
  }
  return best;
}

/** The reading of a later token as the form's k-th word, or null. */
function readAs(reader: Reader, at: number, number: number, form: Form, k: number): Reading | null {
  const { text, exact, others } = reader.words[at]!;
  if (exact?.word === number) return writtenAs(form, k, reader, at, exact) ? exact : null;
  const last = k === form.words.length - 1;
  for (const reading of others) {
    if (reading.word !== number || reading.before > 0 || (reading.after > 0 && !last)) continue;
    if (writtenAs(form, k, reader, at, reading)) return reading;
  }
  if (reader.table.isOrdinary(text)) return null;
  const slip = besideSlip(text, number, form, k);
  return slip && writtenAs(form, k, reader, at, slip) ? slip : null;
}

/** Beside another word of the name, shorter words may hold a slip, too: `Florence Parli`. */
const shortestSlip = 4;

function besideSlip(word: string, number: number, { words }: Form, k: number): Reading | null {
  const known = words[k]!;
  if (known.length < shortestSlip || word[0] !== known[0] || editDistance(word, known, 1) !== 1) return null;
  return { word: number, before: 0, after: 0, distance: 1 };
}

/** Whether the page writes the word with the capitals that the form asks for. A hashtag may be all lower case. */
function writtenAs(
  form: Form,
  k: number,
  { tokens, small }: Reader,
  at: number,
  { after, distance }: Reading,
): boolean {
  const asked = form.cases[k]!;
  const capitals = tokens.cases[at]! & ~FIRST_CAPITAL;
  const known = form.words[k]!.length;
  if (capitals === 0 && (form.small === 'always' || (small && form.small === 'rarely')))
    return after === 0 || known > 3;
  if (asked === ALL_CAPITALS) {
    if (distance > 0) return false;
    return capitals === known || (after > 0 && capitals === known + after);
  }
  if (after > 0 && known < 4 && k === 0) return false;
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
