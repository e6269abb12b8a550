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
 * What is weighed as one: names are linked with all that stands around them. In UTF-16 code units; what the engine keeps of a text takes some
 * hundred times its size.
 */
const portionLength = 1_000_000;

/** @param withRelated claims, too, that a sentence is only likely to speak of */
export function annotateText(
  name: string,
  { text, language, blocks }: BlockText,
  engine: Engine,
  withRelated = false,
): AnnotatedText {
  return {
    name,
    text,
    language,
    blocks: {
      *[Symbol.iterator]() {
        for (const portion of portionsOf(blocks)) {
          const annotations = atOnce(engine.link(portion.map((block) => engine.scan(block.text))));
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
  yield portion;
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
