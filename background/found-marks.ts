/** From what was found in a block to what is marked in it. */
import { isStated, type Annotation, type Mention, type StatedMatch } from '../matching/model.ts';
import type { MarkKind } from '../platform/exchange.ts';
import type { Mutable } from '../platform/settings-values.ts';
import type { Subjects } from './subjects.ts';
import { writeTarget } from './targets.ts';

export interface FoundMark {
  start: number;
  end: number;
  kind: MarkKind;
  /** What it is about: see `Subjects`; -1 for a sentence in which nothing is contested. */
  subject: number;
  /** Null for a sentence. */
  mention: Mention | null;
  /** The claim matches of the sentence: first those that are contested, then what it says before what it disputes, then the surest. */
  matches: StatedMatch[];
  /** What the page asks for the card by. */
  target: string;
}

/**
 * Mentions know the matches of the sentences they stand in; each matched sentence is a mark of its own beneath them.
 * In reading order.
 */
export function marksOf(
  { mentions, matches: all }: Annotation,
  subjects: Subjects,
  isMuted: (what: Mutable) => boolean,
): FoundMark[] {
  const isContested = (match: StatedMatch) => subjects.ofContest(match) !== null;
  const matches = all
    .filter(isStated)
    .filter(({ claim }) => !isMuted({ claim }))
    .toSorted(
      (a, b) =>
        Number(isContested(b)) - Number(isContested(a)) ||
        Number(b.stance === 'restates') - Number(a.stance === 'restates') ||
        b.confidence - a.confidence,
    );
  const marks: FoundMark[] = mentions
    .filter(({ alias }) => !isMuted({ alias }))
    .map((mention) => {
      const { start, end, doubtful, entity } = mention;
      const around = matches.filter((match) => match.start < end && match.end > start);
      const target = writeTarget({ mention, matches: around });
      const kind = doubtful ? 'doubtful' : 'mention';
      return { start, end, kind, subject: subjects.ofEntity(entity), mention, matches: around, target };
    });
  for (const same of Map.groupBy(matches, ({ start, end }) => `${start} ${end}`).values()) {
    const { start, end } = same[0]!;
    const contest = subjects.ofContest(same[0]!);
    const kind = contest === null ? 'claim' : 'contested';
    const target = writeTarget({ mention: null, matches: same });
    marks.push({ start, end, kind, subject: contest ?? -1, mention: null, matches: same, target });
  }
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}
