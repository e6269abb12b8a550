/** Which mentions are painted where the reader does not want to see every one. The others stay in the dossier. */
import type { Span } from './mark.ts';
import type { Density } from '../platform/settings-values.ts';
import { localNameOf, type Holder } from './nodes.ts';

export interface Thinning {
  /** Reading has come to the text of another element; a heading starts a section, which it belongs to. */
  enter(holder: Holder): void;
  /** The spans again, with those `quiet` that repeat what is marked already. Only what the reader can see may be handed over. */
  thin<Thinned extends Pick<Span, 'kind' | 'entity' | 'quiet'>>(spans: readonly Thinned[]): Thinned[];
}

/** For one walk through the page, in reading order. Sentences that match a claim are always marked: each says something else. */
export function createThinning(density: Density | 'none'): Thinning {
  const seen = new Set<number>();
  let heading: Holder | null = null;
  return {
    enter(holder) {
      const isHeading = HEADINGS.has(localNameOf(holder as Element));
      if (isHeading && holder !== heading && density === 'section') seen.clear();
      heading = isHeading ? holder : null;
    },
    thin: (spans) =>
      spans.map((span) => {
        if (span.kind === 'claim' || density === 'every') return span;
        const { entity } = span;
        if (density === 'none' || seen.has(entity)) return { ...span, quiet: true };
        seen.add(entity);
        return span;
      }),
  };
}

const HEADINGS: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
