import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { atOnce } from '../../matching/at-once.ts';
import type { ClaimMatcher, Comparison } from '../../matching/claims/matcher.ts';
import type { ClaimMatch, Engine, Stance } from '../../matching/model.ts';
import type { Passage } from '../../matching/claims/passages.ts';

/** A line of `test/labelled/sentences.jsonl`. */
export interface LabelledSentence {
  id: string;
  language: string;
  before?: string;
  text: string;
  claims: { claim: string; stance: Stance }[];
  note?: string;
}

export function readLabelledSentences(): LabelledSentence[] {
  const file = join(import.meta.dirname, '../labelled/sentences.jsonl');
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as LabelledSentence);
}

/** What the page around every labelled sentence says, so that its names are linked as on a page of the affair. */
const page = [
  'The spyware Pegasus is sold by NSO Group, whose surveillance software was found on the phones of journalists.',
  'Jean Asselborn, Sam Tanson, Xavier Bettel, Benny Gantz, Florence Parly, Emmanuel Macron, Joe Biden and Deborah Brown of Human Rights Watch spoke about it.',
];

/** The labelled sentence as a block of such a page, with all comparisons of it; none where it holds no word of the affair. */
export function compareLabelled(sentence: LabelledSentence, engine: Engine, matcher: ClaimMatcher): Comparison[] {
  const passage = passageOf(sentence, engine);
  return matcher.compare(matcher.profile(passage, { start: 0, end: passage.text.length }));
}

/** The matches of a labelled sentence, judged by itself. */
export function matchLabelled(sentence: LabelledSentence, engine: Engine, matcher: ClaimMatcher): ClaimMatch[] {
  return matcher.match(passageOf(sentence, engine), []);
}

function passageOf({ before, text }: LabelledSentence, engine: Engine): Passage {
  const blocks = [...page, ...(before ? [before] : []), text].map((paragraph) => engine.scan(paragraph));
  const annotations = atOnce(engine.link(blocks));
  return {
    text,
    mentions: annotations.at(-1)!.mentions,
    before: before ? [...new Set(annotations.at(-2)!.mentions.map(({ entity }) => entity))] : [],
  };
}
