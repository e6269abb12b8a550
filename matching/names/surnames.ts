import { firstBehind } from './detect.ts';
import type { Candidate } from './detect.ts';
import type { Vocabularies } from './hints.ts';
import type { Detail } from './scan.ts';
import { sentenceAt } from '../sentences.ts';
import { FIRST_CAPITAL } from '../tokens.ts';

/** White space, as between the words of a name. */
const space = /^[\s\u00a0\u202f]{1,2}$/u;
const besideName = /^[\s\u00a0\u202f.,’'-]{1,3}$/u;

/** Whether an office stands before the name, with at most two words between (`le ministre luxembourgeois Asselborn`). */
export function officeBefore({ from }: Candidate, detail: Detail, { titles }: Vocabularies): boolean {
  for (let i = from - 1; i >= Math.max(0, from - 3); i--) {
    if (!besideName.test(between(detail, i))) return false;
    if (titles.startingWith(detail.words[i]!.text).length > 0) return true;
  }
  return false;
}

/**
 * Whether the word before a bare surname says that another bearer is meant: a given name that is not ours (`Valentino Gantz`), or the first
 * half of a double name (`Müller-Gantz`). An office, a form of address, or a noun with its article (`der Kollege Asselborn`) is none; at
 * the start of a sentence and in scripts without capitals only a known given name is one.
 */
export function isSomebodyElse(
  { from: first, to: behind, start }: Candidate,
  detail: Detail,
  vocabularies: Vocabularies,
): boolean {
  const before = first - 1;
  if (behind - first > 1 || before < 0) return false;
  const { titles, courtesies, givenNames, determiners } = vocabularies;
  const word = detail.words[before]!.text;
  const joint = between(detail, before);
  if (space.test(joint) && givenNames.has(word)) return true;
  if (
    !(detail.cases[before]! & FIRST_CAPITAL) ||
    detail.candidates[firstBehind(detail.candidates, before)]!.from <= before
  )
    return false;
  if (titles.startingWith(word).length > 0 || courtesies.has(word)) return false;
  // A word in capitals (a headline, an acronym) is no given name
  if ((detail.cases[before]! & ~FIRST_CAPITAL) > 1) return false;
  if (joint === '-') return true;
  if (!space.test(joint) || sentenceAt(detail.sentences, start).start === detail.starts[before]!) return false;
  return !(before > 0 && determiners.has(detail.words[before - 1]!.text) && space.test(between(detail, before - 1)));
}

/** What stands between a word and the next one. */
function between(detail: Detail, word: number): string {
  return detail.text.slice(detail.ends[word], detail.starts[word + 1]);
}
