/** What a reader asks for: words, figures, kinds of relations and attitudes, or a number. */
import { foldText } from '../../data/fold.ts';
import type { Attitude } from '../../data/attitudes.ts';
import type { RelationKind } from '../../data/relation-kinds.ts';
import { figuresOf } from '../../matching/claims/figures.ts';
import { attitudesIn, relationKindsIn, withoutKinds } from './kind-words.ts';
import { asksForNumber, isStopWord, withoutNumberQuestion } from './question-words.ts';

export interface Query {
  /** Folded, each once, in the order typed, without stop words unless there is nothing else. */
  words: string[];
  figures: number[];
  relationKinds: RelationKind[];
  attitudes: Attitude[];
  /** "How many …?" */
  asksForNumber: boolean;
  /** The text itself where it is long enough to be a sentence, as when it was selected on a page. */
  sentence: string | null;
}

/** More than any sentence that is worth looking up; what comes after is not looked at. */
export const MAX_QUERY_LENGTH = 400;
/** Longer ones are in no text of the fact base. */
const MAX_WORD_LENGTH = 40;
const MAX_WORDS = 24;
const SENTENCE_WORDS = 5;

export function readQuery(typed: string): Query {
  const text = typed.slice(0, MAX_QUERY_LENGTH).trim();
  const folded = foldText(text);
  const all = folded.split(' ').filter((word) => word !== '' && word.length <= MAX_WORD_LENGTH);
  const relationKinds = relationKindsIn(folded);
  const attitudes = attitudesIn(folded);
  const figures = [...figuresOf(text, all)];
  const left = withoutKinds(withoutNumberQuestion(folded))
    .split(' ')
    .filter((word) => word !== '' && word.length <= MAX_WORD_LENGTH && !(figures.length > 0 && isPartOfFigure(word)));
  const telling = [...new Set(left.filter((word) => !isStopWord(word)))].slice(0, MAX_WORDS);
  const isEmpty = telling.length + figures.length + relationKinds.length + attitudes.length === 0;
  return {
    words: isEmpty ? [...new Set(all)].slice(0, MAX_WORDS) : telling,
    figures,
    relationKinds,
    attitudes,
    asksForNumber: asksForNumber(folded),
    sentence: all.filter((word) => !isStopWord(word)).length >= SENTENCE_WORDS ? text : null,
  };
}

/** `50 000` and `fünfzigtausend` are read as figures; a year is a word. */
function isPartOfFigure(word: string): boolean {
  return (/^\d+$/.test(word) && !/^(?:19|20)\d\d$/.test(word)) || figuresOf('', [word]).size > 0;
}
