/** What is painted of all that is marked: the rest can still be gone to, and stands in the dossier. */
import { isSentence } from '../platform/exchange.ts';
import type { Density, SentenceChoice } from '../platform/settings-values.ts';
import type { Span } from './mark.ts';
import { localNameOf, type Holder } from './nodes.ts';

export interface Thickness {
  /** Which names are painted; none where the reader wants no marks of names. */
  density: Density | 'none';
  sentences: SentenceChoice;
}

export interface Thinning {
  /** Reading has come to the text of another element; a heading starts a section, which it belongs to. */
  enter(holder: Holder): void;
  /** The spans again, with those `quiet` that are not painted. Only what the reader can see may be handed over. */
  thin<Thinned extends Pick<Span, 'kind' | 'subject' | 'quiet'>>(spans: readonly Thinned[]): Thinned[];
}

/** For one walk through the page, in reading order. A contradiction is painted where a section first raises it. */
export function createThinning({ density, sentences }: Thickness): Thinning {
  const named = new Set<number>();
  const raised = new Set<number>();
  let heading: Holder | null = null;

  /** Adds the subject, and whether it is new. */
  const isFirst = (seen: Set<number>, subject: number) => seen.size < seen.add(subject).size;

  function isPainted({ kind, subject }: Pick<Span, 'kind' | 'subject'>): boolean {
    if (!isSentence(kind)) return density === 'every' || (density !== 'none' && isFirst(named, subject));
    if (sentences !== 'contested') return sentences === 'every';
    return kind === 'contested' && isFirst(raised, subject);
  }

  return {
    enter(holder) {
      const isHeading = HEADINGS.has(localNameOf(holder as Element));
      if (isHeading && holder !== heading) {
        raised.clear();
        if (density === 'section') named.clear();
      }
      heading = isHeading ? holder : null;
    },
    thin: (spans) => spans.map((span) => (isPainted(span) ? span : { ...span, quiet: true })),
  };
}

const HEADINGS: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
