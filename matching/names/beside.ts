import { firstBehind } from './detect.ts';
import type { Candidate } from './detect.ts';
import type { Vocabularies } from './hints.ts';
import type { Detail } from './scan.ts';
import { sentenceAt } from '../sentences.ts';
import { FIRST_CAPITAL } from '../tokens.ts';

/** What stands right beside a name, as far as it tells whose it is. */
export interface Beside {
  /** A given name that is not ours (`Valentino Gantz`), an initial that does not fit, or the first half of a double name (`Müller-Gantz`). */
  somebodyElse: boolean;
  /** A word with a capital that may belong to the name: no office, form of address or start of a sentence. */
  capitalBefore: boolean;
  /** An article before that word, which makes it a noun in German (`der Kollege Asselborn`). */
  articleBefore: boolean;
  /** A form of address (`Frau`). */
  courtesyBefore: boolean;
  /** An initial that fits (`J. Asselborn`). */
  initialBefore: boolean;
  /** An office, with at most two words between (`le ministre luxembourgeois Asselborn`). */
  officeBefore: boolean;
  /** A word with a capital goes on (`Macron SpA`), or is tied to it by a hyphen (`Bettel-Lacroix`, `Asselborn-Brief`). */
  capitalAfter: boolean;
  hyphenAfter: boolean;
}

/** White space, as between the words of a name. */
const space = /^\s{1,2}$/u;
const besideName = /^[\s.,’'-]{1,3}$/u;

export function lookBeside(candidate: Candidate, detail: Detail, vocabularies: Vocabularies): Beside {
  const { from, to, form } = candidate;
  const found: Beside = {
    somebodyElse: false,
    capitalBefore: false,
    articleBefore: false,
    courtesyBefore: false,
    initialBefore: false,
    officeBefore: hasOfficeBefore(candidate, detail, vocabularies),
    capitalAfter: isCapitalised(to, detail) && space.test(between(detail, to - 1)),
    hyphenAfter: isCapitalised(to, detail) && between(detail, to - 1) === '-',
  };
  const before = from - 1;
  if (to - from > 1 || before < 0) return found;
  const word = detail.words[before]!.text;
  const joint = between(detail, before);
  if (!besideName.test(joint)) return found;
  const { titles, courtesies, givenNames, determiners } = vocabularies;
  found.courtesyBefore = courtesies.has(word);
  if (word.length === 1) {
    found.initialBefore = form.initials.includes(word);
    found.somebodyElse = joint.startsWith('.') && !found.initialBefore && !found.courtesyBefore;
    return found;
  }
  found.somebodyElse = space.test(joint) && givenNames.has(word);
  if (!isCapitalised(before, detail) || found.courtesyBefore || titles.startingWith(word).length > 0) return found;
  found.somebodyElse ||= joint === '-';
  found.capitalBefore =
    space.test(joint) && sentenceAt(detail.sentences, candidate.start).start !== detail.starts[before]!;
  found.articleBefore =
    before > 0 && determiners.has(detail.words[before - 1]!.text) && space.test(between(detail, before - 1));
  return found;
}

function hasOfficeBefore({ from }: Candidate, detail: Detail, { titles }: Vocabularies): boolean {
  for (let i = from - 1; i >= Math.max(0, from - 3); i--) {
    if (!besideName.test(between(detail, i))) return false;
    if (titles.startingWith(detail.words[i]!.text).length > 0) return true;
  }
  return false;
}

/** A word that begins with its only capital and is part of no name that we know. */
function isCapitalised(word: number, { words, cases, candidates }: Detail): boolean {
  if (word >= words.length || cases[word] !== (FIRST_CAPITAL | 1)) return false;
  const candidate = candidates[firstBehind(candidates, word)];
  return candidate === undefined || candidate.from > word;
}

/** What stands between a word and the next one. */
function between(detail: Detail, word: number): string {
  return detail.text.slice(detail.ends[word], detail.starts[word + 1]);
}
