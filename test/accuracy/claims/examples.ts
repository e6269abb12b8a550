/** Labelled passages as the matcher would meet them: sentence by sentence, with the names that were linked and what stands before. */
import type { ExampleBatch, ExampleLabel, ExamplePassage } from '../../../data/examples.ts';
import { atOnce } from '../../../matching/at-once.ts';
import type { Passage } from '../../../matching/claims/passages.ts';
import type { Engine } from '../../../matching/model.ts';

/** A labelled sentence in its setting. */
export interface Example {
  batch: string;
  passage: string;
  /** Its place among the sentences of its passage. */
  at: number;
  language: string;
  text: string;
  /** Where its block begins in the passage. */
  block: number;
  named: Set<string>;
  near: Set<string>;
  labels: ExampleLabel[];
}

/** What the page around says, so that names are linked as on a page of the affair. */
const page = [
  'The spyware Pegasus is sold by NSO Group, whose surveillance software was found on the phones of journalists.',
  'Jean Asselborn, Sam Tanson, Xavier Bettel, Benny Gantz, Florence Parly, Emmanuel Macron, Joe Biden and Deborah Brown of Human Rights Watch spoke about it.',
];

interface Block {
  /** Offset into the passage. */
  from: number;
  passage: Passage;
}

/** The blocks of a passage, a line each, as the engine hands them to the matcher. */
export function blocksOf({ text }: Pick<ExamplePassage, 'text'>, engine: Engine): Block[] {
  const lines: { from: number; text: string }[] = [];
  let from = 0;
  for (const line of text.split('\n')) {
    lines.push({ from, text: line });
    from += line.length + 1;
  }
  const blocks = [...page, ...lines.map((line) => line.text)].map((block) => engine.scan(block));
  const annotations = atOnce(engine.link(blocks)).slice(page.length);
  return lines.map((line, at) => ({
    from: line.from,
    passage: {
      text: line.text,
      mentions: annotations[at]!.mentions,
      before: lines.slice(Math.max(0, at - 3), at).map((earlier, index) => ({
        text: earlier.text,
        mentions: annotations[Math.max(0, at - 3) + index]!.mentions,
      })),
    },
  }));
}

export function examplesOf({ name, passages }: ExampleBatch, engine: Engine): Example[] {
  return passages.flatMap((passage) => {
    const blocks = blocksOf(passage, engine);
    return passage.sentences.map(({ start, end, claims }, at): Example => {
      const block = blocks.findLast(({ from }) => from <= start)!;
      const named = new Set<string>();
      const near = new Set<string>(block.passage.before.at(-1)?.mentions.map(({ entity }) => entity));
      for (const mention of block.passage.mentions)
        if (mention.start + block.from < end) (mention.end + block.from > start ? named : near).add(mention.entity);
      return {
        batch: name,
        passage: passage.id,
        at,
        language: passage.language,
        text: passage.text.slice(start, end),
        block: block.from,
        named,
        near,
        labels: claims,
      };
    });
  });
}
