/** The marks of a page: made, painted, and found again by place and by text. */
import { rangeOf, stillReads } from './blocks.ts';
import { createHighlights, isFirefox, PRIORITIES } from './highlights.ts';
import { isSentence } from '../platform/exchange.ts';
import type { Span } from './mark.ts';
import { marksAt, rectsOf } from './mark-finder.ts';
import type { MarkStyle } from '../platform/settings-values.ts';
import { hostOf, rootOf } from './nodes.ts';
import type { PageBlock } from './reading.ts';
import { sheetOf } from './sheet.ts';

export interface Mark extends Span {
  block: PageBlock;
  range: StaticRange;
  /** What is painted of it. */
  ink: StaticRange;
  /** The text nodes that it runs over. */
  nodes: Text[];
}

export interface Marks {
  /** A mark for a span of a block, not painted yet. */
  make(block: PageBlock, span: Span): Mark;
  add(mark: Mark): void;
  remove(mark: Mark): void;
  /** Takes the paint off marks whose text has just changed; they are read again soon. */
  loosen(node: Text): void;
  /** Puts the highlights back where the page has removed them. */
  restore(): void;
  /** What lies at a point of the viewport, mentions before sentences. `top` is the element on top there; marks under others are not meant. */
  at(x: number, y: number, top: Node): Mark | null;
  /** The lines of the mark as now laid out, in the viewport's coordinates; empty when it is not laid out. */
  rects(mark: Mark): DOMRect[];
  /** Paints in another style from now on, or paints and finds nothing while all is hidden. */
  restyle(style: MarkStyle, isHidden: boolean): void;
  /** Draws the eye to a mark for a moment. */
  flash(mark: Mark): void;
  /** Forgets a shadow root that is no longer in the document. */
  leave(node: Node): void;
  clear(): void;
}

const flashMs = 1500;

/** `css` is the text of marks.css, for shadow roots of browsers that do not inherit highlight styles into them. */
export function createMarks(css: string, initialStyle: MarkStyle = 'dotted'): Marks {
  const highlights = createHighlights(initialStyle);
  const byNode = new Map<Text, Set<Mark>>();
  const roots = new Set<ShadowRoot>();
  let sheet: CSSStyleSheet | null = null;
  let flashTimer: ReturnType<typeof setTimeout> | undefined;
  let endFlash = () => {};

  return {
    make: markOf,

    add(mark) {
      if (mark.quiet) return;
      highlights.paint(mark.kind, mark.ink);
      for (const node of mark.nodes) {
        const marks = byNode.get(node);
        if (marks) marks.add(mark);
        else byNode.set(node, new Set([mark]));
      }
      const root = rootOf(mark.block.holder);
      if (hostOf(root)) enterRoot(root as ShadowRoot);
    },

    remove(mark) {
      highlights.unpaint(mark.kind, mark.ink);
      for (const node of mark.nodes) {
        const marks = byNode.get(node);
        marks?.delete(mark);
        if (marks?.size === 0) byNode.delete(node);
      }
    },

    loosen(node) {
      for (const mark of byNode.get(node) ?? []) {
        if (!stillReads(mark.block, mark.start, mark.end)) highlights.unpaint(mark.kind, mark.ink);
      }
    },

    restore: highlights.restore,

    at(x, y, top) {
      let best: Mark | null = null;
      if (highlights.isHidden()) return best;
      for (const mark of marksAt({ byNode, roots }, x, y, top)) {
        if (!best || PRIORITIES[mark.kind] > PRIORITIES[best.kind]) best = mark;
      }
      return best;
    },

    rects: rectsOf,
    restyle: highlights.restyle,

    flash({ range }) {
      clearTimeout(flashTimer);
      endFlash();
      highlights.paint('flash', range);
      endFlash = () => highlights.unpaint('flash', range);
      flashTimer = setTimeout(endFlash, flashMs);
    },

    leave,

    clear() {
      clearTimeout(flashTimer);
      highlights.clear();
      byNode.clear();
      for (const root of roots) leave(root);
    },
  };

  /** Chromium inherits the document's highlight styles into shadow trees, Firefox does not. */
  function enterRoot(root: ShadowRoot) {
    if (roots.has(root)) return;
    roots.add(root);
    if (!isFirefox()) return;
    sheet ??= sheetOf(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }

  function leave(node: Node) {
    const root = node as ShadowRoot;
    if (roots.delete(root)) root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((other) => other !== sheet);
  }
}

function markOf(block: PageBlock, span: Span): Mark {
  const { start, end } = span;
  const nodes = block.pieces.filter((piece) => piece.end > start && piece.start < end).map(({ node }) => node);
  const range = rangeOf(block, start, end);
  const isShort = isSentence(span.kind) && hasForcedColors();
  return {
    ...span,
    block,
    nodes,
    range,
    ink: isShort ? rangeOf(block, start, endOfFirstWord(block, span)) : range,
  };
}

/**
 * Chromium then paints every highlight in the colours of selected text, whatever its style: a whole sentence would be a block, so only its
 * first word is painted. Asked when a mark is made; a theme that is switched on later counts from the next page on.
 */
function hasForcedColors(): boolean {
  return matchMedia('(forced-colors: active)').matches;
}

function endOfFirstWord({ text }: PageBlock, { start, end }: Span): number {
  return start + (/^\S+/.exec(text.slice(start, end))?.[0].length ?? end - start);
}
