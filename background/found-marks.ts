/** From what was found in a block to what is marked in it. */
import { isStated, type Annotation, type Mention, type StatedMatch } from '../matching/model.ts';
import type { MarkKind } from '../platform/exchange.ts';
import { writeTarget } from './targets.ts';

export interface FoundMark {
  start: number;
  end: number;
  kind: MarkKind;
  /** Null for a sentence. */
  mention: Mention | null;
  /** The claim matches of the sentence, the surest first. */
  matches: StatedMatch[];
  /** What the page asks for the card by. */
  target: string;
}

/** Mentions know the matches of the sentences they stand in; each matched sentence is a mark of its own beneath them. In reading order. */
export function marksOf({ mentions, matches: all }: Annotation, isMuted: (alias: string) => boolean): FoundMark[] {
  const matches = all.filter(isStated).toSorted((a, b) => b.confidence - a.confidence);
  const marks = mentions
    .filter(({ alias }) => !isMuted(alias))
    .map((mention) => {
      const { start, end, doubtful } = mention;
      const around = matches.filter((match) => match.start < end && match.end > start);
      return markOf(start, end, doubtful ? 'doubtful' : 'mention', mention, around);
    });
  const sentences = Map.groupBy(matches, ({ start, end }) => `${start} ${end}`);
  for (const same of sentences.values()) marks.push(markOf(same[0]!.start, same[0]!.end, 'claim', null, same));
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}

function markOf(
  start: number,
  end: number,
  kind: MarkKind,
  mention: Mention | null,
  matches: StatedMatch[],
): FoundMark {
  return { start, end, kind, mention, matches, target: writeTarget({ mention, matches }) };
}
