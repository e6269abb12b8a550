/**
 * Paints ranges with the CSS Custom Highlight API. The page shares the registry of highlights and may empty or fill it; what is painted is
 * therefore kept here too, and put back when it is next needed.
 */
import type { MarkKind } from '../platform/exchange.ts';
import type { MarkStyle } from '../platform/settings-values.ts';

/** What is painted: the kinds of marks, and the flash that draws the eye to one. */
export type Paint = MarkKind | 'flash';

export interface Highlights {
  paint(kind: Paint, range: StaticRange): void;
  unpaint(kind: Paint, range: StaticRange): void;
  /** Puts back what the page has removed. */
  restore(): void;
  /** Paints in another style from now on, or paints nothing but flashes while all is hidden. */
  restyle(style: MarkStyle, isHidden: boolean): void;
  isHidden(): boolean;
  clear(): void;
}

/** Of two at one place, the higher is on top. */
export const PRIORITIES: Record<Paint, number> = { claim: 1, contested: 2, doubtful: 3, mention: 4, flash: 5 };

export function createHighlights(initialStyle: MarkStyle): Highlights {
  const painted = new Map<Paint, { highlight: Highlight; ranges: Set<StaticRange> }>();
  let style = initialStyle;
  let isHidden = false;

  return {
    paint(kind, range) {
      let paint = painted.get(kind);
      if (!paint) {
        paint = { highlight: new Highlight(), ranges: new Set() };
        paint.highlight.priority = PRIORITIES[kind];
        painted.set(kind, paint);
      }
      paint.ranges.add(range);
      paint.highlight.add(range);
      if (paint.ranges.size === 1 && isSeen(kind)) CSS.highlights.set(nameOf(kind), paint.highlight);
    },

    unpaint(kind, range) {
      const paint = painted.get(kind);
      if (!paint?.ranges.delete(range)) return;
      paint.highlight.delete(range);
      if (paint.ranges.size === 0) withdraw(kind);
    },

    restore,

    restyle(nowStyle, nowHidden) {
      if (nowStyle === style && nowHidden === isHidden) return;
      for (const kind of painted.keys()) withdraw(kind);
      style = nowStyle;
      isHidden = nowHidden;
      restore();
    },

    isHidden: () => isHidden,

    clear() {
      for (const [kind, { highlight }] of painted) {
        highlight.clear();
        withdraw(kind);
      }
      painted.clear();
    },
  };

  function restore() {
    for (const [kind, { highlight, ranges }] of painted) {
      const [first] = ranges;
      if (!first || !isSeen(kind)) continue;
      if (highlight.size !== ranges.size || !highlight.has(first)) {
        highlight.clear();
        for (const range of ranges) highlight.add(range);
      }
      if (CSS.highlights.get(nameOf(kind)) !== highlight) CSS.highlights.set(nameOf(kind), highlight);
    }
  }

  function nameOf(kind: Paint): string {
    return highlightName(kind, style);
  }

  /** A place that the reader asked for is shown also where marks are not. */
  function isSeen(kind: Paint): boolean {
    return !isHidden || kind === 'flash';
  }

  function withdraw(kind: Paint) {
    if (CSS.highlights.get(nameOf(kind)) === painted.get(kind)?.highlight) CSS.highlights.delete(nameOf(kind));
  }
}

/**
 * The name in page/marks.css. Its rules are there from the start, so another style is another name. Where no lines are painted, every
 * mark is a shade.
 */
export function highlightName(kind: Paint, style: MarkStyle): string {
  if (kind === 'flash') return 'bridle-flash';
  if (!paintsLines()) return `bridle-${kind}-shaded`;
  const isStyled = (kind === 'mention' || kind === 'doubtful') && (style === 'solid' || style === 'shaded');
  return isStyled ? `bridle-${kind}-${style}` : `bridle-${kind}`;
}

/** Firefox before 146 takes no `text-decoration` in a highlight, and does not say so; it learnt that in the same version as `@scope`. */
function paintsLines(): boolean {
  return !isFirefox() || 'CSSScopeRule' in globalThis;
}

export function isFirefox(): boolean {
  return CSS.supports('-moz-appearance', 'none');
}
