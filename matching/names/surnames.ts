import { firstBehind } from './detect.ts';
import type { Candidate } from './detect.ts';
import type { Vocabularies } from './hints.ts';
import type { Detail } from './scan.ts';
import { sentenceAt } from '../sentences.ts';
import { FIRST_CAPITAL } from '../tokens.ts';

/** White space, as between the words of a name. */
const space = /^\s{1,2}$/u;
const besideName = /^[\s\u00a0\u202f.,’'-]{1,3}$/u;

/** Whether an office stands before the name, with at most two words between (`le ministre luxembourgeois Asselborn`). */
export function officeBefore({ from }: Candidate, detail: Detail, { titles }: Vocabularies): boolean {
  for (let i = from - 1; i >= Math.max(0, from - 3); i--) {
    if (!besideName.test(between(detail, i))) return false;
    if (titles.startingWith(detail.words[i]!.text).length > 0) return true;
  }
  return false;
}

/** What stands before a bare surname, as far as it tells whose it is. */
export interface Before {
  /** A given name that is not ours (`Valentino Gantz`), an initial that does not fit, or the first half of a double name (`Müller-Gantz`). */
  somebodyElse: boolean;
  /** A word with a capital that may be a given name: no office, form of address or start of a sentence. */
  capital: boolean;
  /** An article before that word, which makes it a noun in German (`der Kollege Asselborn`), or before the name itself. */
  article: boolean;
  /** A form of address (`Frau`). */
  courtesy: boolean;
  /** An initial that fits (`J. Asselborn`). */
  initial: boolean;
}

const nothingBefore: Before = {
  somebodyElse: false,
  capital: false,
  article: false,
  courtesy: false,
  initial: false,
};

export function lookBefore(candidate: Candidate, detail: Detail, vocabularies: Vocabularies): Before {
  const { from, to, start, form } = candidate;
  const { titles, courtesies, givenNames, determiners } = vocabularies;
  const doubled = isHalf(candidate, detail);
  const before = from - 1;
  if (to - from > 1 || before < 0) return { ...nothingBefore, somebodyElse: doubled };
  const word = detail.words[before]!.text;
  const joint = between(detail, before);
  const found = { ...nothingBefore, somebodyElse: doubled };
  if (!besideName.test(joint)) return found;
  found.courtesy = courtesies.has(word);
  const isSpaced = space.test(joint);
  if (word.length === 1) {
    found.initial = form.initials.includes(word);
    found.somebodyElse ||= joint.startsWith('.') && !found.initial && !found.courtesy;
    return found;
  }
  if (isSpaced && givenNames.has(word)) found.somebodyElse = true;
  const isName = detail.candidates[firstBehind(detail.candidates, before)]!.from <= before;
  // A word in capitals (a headline, an acronym) is no given name
  const hasCapital = detail.cases[before] === (FIRST_CAPITAL | 1);
  if (isName || !hasCapital || found.courtesy || titles.startingWith(word).length > 0) return found;
  if (joint === '-') found.somebodyElse = true;
  found.capital = isSpaced && sentenceAt(detail.sentences, start).start !== detail.starts[before]!;
  found.article = before > 0 && determiners.has(detail.words[before - 1]!.text) && space.test(between(detail, before - 1));
  return found;
}

/** Whether the name goes on as a double name: `Bettel-Lacroix`. */
function isHalf({ to }: Candidate, detail: Detail): boolean {
  return (
    to < detail.words.length &&
    between(detail, to - 1) === '-' &&
    detail.cases[to] === (FIRST_CAPITAL | 1) &&
    detail.words[to]!.text.length > 2
  );
}

/** What stands between a word and the next one. */
function between(detail: Detail, word: number): string {
  return detail.text.slice(detail.ends[word], detail.starts[word + 1]);
}
