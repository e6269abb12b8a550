/** A marked span of the page, and how an annotation becomes marks. */
import { isStated, type Annotation, type StatedMatch } from '../matching/model.ts';
import { contextLength, type Dossier, type Target } from './model.ts';

export type MarkKind = 'mention' | 'doubtful' | 'claim';

/** What is to be marked in a block. Offsets are into its text. */
export interface Span extends Target {
  kind: MarkKind;
  start: number;
  end: number;
  /** Not painted: the same is marked before it, or the reader wants no marks. It can still be gone to. */
  quiet?: boolean;
}

/** Mentions know the matches of the sentences they stand in; each matched sentence is a span of its own beneath them. In reading order. */
export function spansOf({ mentions, matches: all }: Annotation, isMuted: (alias: string) => boolean): Span[] {
  const matches = all.filter(isStated);
  const spans: Span[] = mentions
    .filter(({ alias }) => !isMuted(alias))
    .map((mention) => ({
      kind: mention.doubtful ? 'doubtful' : 'mention',
      start: mention.start,
      end: mention.end,
      mention,
      matches: surestFirst(matches.filter(({ start, end }) => start < mention.end && end > mention.start)),
    }));
  const sentences = new Map<string, StatedMatch[]>();
  for (const match of matches) {
    const key = `${match.start} ${match.end}`;
    sentences.set(key, [...(sentences.get(key) ?? []), match]);
  }
  for (const same of sentences.values()) {
    const { start, end } = same[0]!;
    spans.push({ kind: 'claim', start, end, mention: null, matches: surestFirst(same) });
  }
  return spans.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Whether two spans mark the same name, or the same sentence, at the same place. */
export function samePlace(a: Span, b: Span): boolean {
  return a.kind === b.kind && a.start === b.start && a.end === b.end && a.mention?.entity === b.mention?.entity;
}

/** Whether two spans show the same, so that what is painted and numbered can stay. */
export function sameSpan(a: Span, b: Span): boolean {
  return (
    samePlace(a, b) &&
    a.mention?.alias === b.mention?.alias &&
    a.mention?.confidence === b.mention?.confidence &&
    a.matches.length === b.matches.length &&
    a.matches.every((match, at) => match.claim === b.matches[at]!.claim && match.stance === b.matches[at]!.stance)
  );
}

/** The page's dossier from its marks in reading order. */
export function dossierOf(marks: Iterable<Span & { place: number; block: { text: string } }>): Dossier {
  const dossier: Dossier = { mentions: [], matches: [] };
  for (const { kind, mention, matches, place, block, start, end } of marks) {
    if (mention) {
      const { entity, text, confidence, doubtful } = mention;
      const before = block.text.slice(Math.max(0, start - contextLength), start);
      const after = block.text.slice(end, end + contextLength);
      dossier.mentions.push({ entity, text, before, after, confidence, doubtful, place });
    } else if (kind === 'claim') {
      for (const { claim, stance, text, confidence } of matches) {
        dossier.matches.push({ claim, stance, sentence: text, confidence, place });
      }
    }
  }
  return dossier;
}

function surestFirst(matches: StatedMatch[]): StatedMatch[] {
  return matches.toSorted((a, b) => b.confidence - a.confidence);
}
