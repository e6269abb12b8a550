import type { Candidate } from './detect.ts';
import type { Vocabularies } from './evidence.ts';
import type { Detail } from './scan.ts';
import { sentenceAt } from './sentences.ts';
import { FIRST_CAPITAL } from './tokens.ts';

/** White space, as between the words of a name. */
const space = /^[\s\u00a0\u202f]{1,2}$/u;

/** Whether an office or a form of address stands right before the name, or one word earlier (`le ministre luxembourgeois Asselborn`). */
export function titleBefore({ from }: Candidate, detail: Detail, { titles }: Vocabularies): boolean {
  for (let i = from - 1; i >= Math.max(0, from - 3); i--) {
    if (!/^[\s\u00a0\u202f.,’'-]{1,3}$/u.test(between(detail, i))) return false;
    if (titles.word(detail.words[i]!) !== undefined) return true;
  }
  return false;
}

/**
 * Whether the words around say that another bearer of the name is meant: a given name that is not ours in front (`Valentino Gantz`),
 * or a double name (`Müller-Gantz`). An office, a function word at the start of a sentence, or a noun with its article
 * (`der Kollege Asselborn`) is none.
 */
export function isSomebodyElse(candidate: Candidate, detail: Detail, linkage: { vocabularies: Vocabularies }): boolean {
  const { from, start, to } = candidate;
  if (to - from > 1) return false;
  const before = from - 1;
  if (before < 0) return false;
  const joint = between(detail, before);
  const capital = (detail.cases[before]! & FIRST_CAPITAL) !== 0;
  if (!capital) return false;
  const word = detail.words[before]!;
  const { titles, openers, determiners } = linkage.vocabularies;
  if (titles.word(word) !== undefined) return false;
  // A surname in capitals after a run of capitals (`ASSELBORN` in a headline) says nothing
  if ((detail.cases[before]! & ~FIRST_CAPITAL) > 1 && detail.ends[before]! - detail.starts[before]! > 1) return false;
  if (joint === '-') return !detail.names.has(before);
  if (!space.test(joint) || detail.names.has(before) || openers.has(word)) return false;
  if (before > 0 && determiners.has(detail.words[before - 1]!) && space.test(between(detail, before - 1))) return false;
  return sentenceAt(detail.sentences, start).start !== detail.starts[before]! || word.length > 2;
}

/** What stands between a word and the next one. */
function between(detail: Detail, word: number): string {
  return detail.text.slice(detail.ends[word], detail.starts[word + 1]);
}
