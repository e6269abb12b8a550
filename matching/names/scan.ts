import { detect } from './detect.ts';
import type { Candidate } from './detect.ts';
import type { Dictionary, Word } from './dictionary.ts';
import { acronymsSpelledOut } from './expansion.ts';
import { subjectWordsOf, surroundingsOf } from './hints.ts';
import { cutsOf } from './joined.ts';
import type { SubjectWord, Surroundings, Vocabularies } from './hints.ts';
import type { FormTable } from './form-table.ts';
import type { ScannedBlock } from '../model.ts';
import { sentencesOf } from '../sentences.ts';
import type { Span } from '../sentences.ts';
import { tokenize } from '../tokens.ts';
import type { Tokens } from '../tokens.ts';

/** A block as it looks before the page is weighed. Blocks that name nobody keep their text alone. */
export interface ReadBlock extends ScannedBlock {
  candidates: readonly Candidate[];
  /** How many words it has. */
  length: number;
  /** Words that tell what the page speaks of, each once. */
  subject: readonly SubjectWord[];
  /** Acronyms of central names that are spelled out here as something else. */
  spelledOut: readonly string[];
  /** There where it holds a candidate or a decisive word of the affair. */
  detail: Detail | null;
}

export interface Detail extends Surroundings {
  text: string;
  candidates: readonly Candidate[];
  /** Made when first asked for. */
  readonly sentences: Span[];
  /** Where each word starts and ends, and its capitals: copies of the tokens' arrays. */
  starts: Int32Array;
  ends: Int32Array;
  cases: Uint8Array;
}

/** Reads one block of text. The time grows with its length alone. */
export function scanBlock(
  text: string,
  dictionary: Dictionary,
  table: FormTable,
  vocabularies: Vocabularies,
): ReadBlock {
  let tokens = tokenize(text);
  const cuts = cutsOf(tokens, table);
  if (cuts.size > 0) tokens = tokenize(text, cuts);
  const words = dictionary.wordsOf(tokens);
  const candidates = detect(words, tokens, table);
  const detailed = candidates.length > 0 || words.some(({ decisive }) => decisive);
  return {
    text,
    candidates,
    length: tokens.count,
    subject: subjectWordsOf(words, vocabularies),
    spelledOut: acronymsSpelledOut(vocabularies.acronyms, words, tokens),
    detail: detailed ? detailOf(words, tokens, candidates, vocabularies) : null,
  };
}

function detailOf(
  words: readonly Word[],
  tokens: Tokens,
  candidates: readonly Candidate[],
  vocabularies: Vocabularies,
): Detail {
  const { count } = tokens;
  let sentences: Span[] | undefined;
  return {
    ...surroundingsOf(words.slice(), candidates, vocabularies),
    text: tokens.text,
    candidates,
    get sentences() {
      return (sentences ??= sentencesOf(this.text));
    },
    starts: tokens.starts.slice(0, count),
    ends: tokens.ends.slice(0, count),
    cases: tokens.cases.slice(0, count),
  };
}
