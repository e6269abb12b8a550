import { atOnce } from '../../matching/at-once.ts';
import { isStated, type ClaimMatch, type Engine, type Mention } from '../../matching/model.ts';
import type { Block, BlockText } from './blocks.ts';

/** A document with what was found in it. All offsets are UTF-16 code units into `text`. */
export interface AnnotatedText {
  /** The file, as it was named. */
  name: string;
  text: string;
  language?: string | undefined;
  blocks: AnnotatedBlock[];
}

export interface AnnotatedBlock extends Pick<Block, 'start' | 'text' | 'role'> {
  /** In reading order; a sentence stands before the mentions within it. */
  finds: Find[];
}

export type Find = ({ type: 'mention' } & Mention) | ({ type: 'claim' } & ClaimMatch);

/** @param withRelated claims, too, that a sentence is only likely to speak of */
export function annotateText(
  name: string,
  { text, language, blocks }: BlockText,
  engine: Engine,
  withRelated = false,
): AnnotatedText {
  const annotations = atOnce(engine.link(blocks.map((block) => engine.scan(block.text))));
  return {
    name,
    text,
    language,
    blocks: blocks.map(({ start, text: blockText, role, isHidden }, at) => {
      const { mentions, matches } = annotations[at]!;
      const finds: Find[] = [
        ...matches
          .filter((match) => withRelated || isStated(match))
          .map((match): Find => ({ type: 'claim', ...match })),
        ...mentions.map((mention): Find => ({ type: 'mention', ...mention })),
      ];
      const shown = finds
        .filter((find) => !isHidden?.(find.start))
        .map((find) => ({ ...find, start: find.start + start, end: find.end + start }))
        .toSorted((a, b) => a.start - b.start || b.end - a.end);
      return { start, text: blockText, role, finds: shown };
    }),
  };
}
