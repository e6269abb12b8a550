import { atOnce } from '../../matching/at-once.ts';
import { isStated, type Annotation, type ClaimMatch, type Engine, type Mention } from '../../matching/model.ts';
import type { Block, BlockText } from './blocks.ts';

/** A document with what was found in it. All offsets are UTF-16 code units into `text`. */
export interface AnnotatedText {
  /** The file, as it was named. */
  name: string;
  text: string;
  language?: string | undefined;
  /** Found while they are gone through, a portion of the text at a time. */
  blocks: Iterable<AnnotatedBlock>;
}

export interface AnnotatedBlock extends Pick<Block, 'start' | 'text' | 'role'> {
  /** In reading order; a sentence stands before the mentions within it. */
  finds: Find[];
}

export type Find = ({ type: 'mention' } & Mention) | ({ type: 'claim' } & ClaimMatch);

/**
 * So much of a text, a long book, is weighed as one: names are linked with all that stands around them. What the engine keeps of a text takes some hundred
 * times its size. Statements are looked for in the first portion alone: where names stand everywhere, they take thirty times as long as names do. In
 * UTF-16 code units.
 */
export const portionLength = 1_000_000;

export interface Asked {
  /** Claims, too, that a sentence is only likely to speak of. */
  withRelated?: boolean;
  /** The text goes on beyond what is read for statements. */
  onNamesAlone?(): void;
}

export function annotateText(
  name: string,
  { text, language, blocks }: BlockText,
  engine: Engine,
  { withRelated = false, onNamesAlone }: Asked = {},
): AnnotatedText {
  return {
    name,
    text,
    language,
    blocks: {
      *[Symbol.iterator]() {
        let portions = 0;
        for (const portion of portionsOf(blocks)) {
          portions += 1;
          if (portions === 2) onNamesAlone?.();
          const scanned = portion.map((block) => engine.scan(block.text));
          const annotations = atOnce(engine.link(scanned, portions === 1));
          for (const [at, block] of portion.entries()) yield annotatedBlock(block, annotations[at]!, withRelated);
        }
      },
    },
  };
}

function* portionsOf(blocks: readonly Block[]): Generator<Block[]> {
  let portion: Block[] = [];
  let length = 0;
  for (const block of blocks) {
    if (length > 0 && length + block.text.length > portionLength) {
      yield portion;
      portion = [];
      length = 0;
    }
    portion.push(block);
    length += block.text.length;
  }
  if (portion.length > 0) yield portion;
}

function annotatedBlock(
  { start, text, role, isHidden }: Block,
  { mentions, matches }: Annotation,
  withRelated: boolean,
): AnnotatedBlock {
  const finds: Find[] = [
    ...matches.filter((match) => withRelated || isStated(match)).map((match): Find => ({ type: 'claim', ...match })),
    ...mentions.map((mention): Find => ({ type: 'mention', ...mention })),
  ];
  const shown = finds
    .filter((find) => !isHidden?.(find.start))
    .map((find) => ({ ...find, start: find.start + start, end: find.end + start }))
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  return { start, text, role, finds: shown };
}
