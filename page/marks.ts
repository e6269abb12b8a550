/**
 * Paints marks with the CSS Custom Highlight API and finds them again. The page shares the registry of highlights and may empty or fill
 * it; what is painted is therefore kept here too, and put back when it is next needed.
 */
import { rangeOf, stillReads } from './blocks.ts';
import { isSentence, type MarkKind } from '../platform/exchange.ts';
import type { Span } from './mark.ts';
import type { MarkStyle } from '../platform/settings-values.ts';
import { closest, hostOf, localNameOf, parentOf, rootOf } from './nodes.ts';
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

const priorities: Record<MarkKind | 'flash', number> = { claim: 1, contested: 2, doubtful: 3, mention: 4, flash: 5 };
const flashMs = 1500;
/** However many layers a page puts over its text. */
const mostLayers = 8;

/** `css` is the text of marks.css, for shadow roots of browsers that do not inherit highlight styles into them. */
export function createMarks(document: Document, css: string, initialStyle: MarkStyle = 'dotted'): Marks {
  const painted = new Map<string, { highlight: Highlight; ranges: Set<StaticRange> }>();
  const byNode = new Map<Text, Set<Mark>>();
  const roots = new Set<ShadowRoot>();
  let sheet: CSSStyleSheet | null = null;
  let style = initialStyle;
  let isHidden = false;
  let flashTimer: ReturnType<typeof setTimeout> | undefined;

  return {
    make(block, span) {
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
    },

    add(mark) {
      if (mark.quiet) return;
      paint(mark.kind, mark.ink);
      for (const node of mark.nodes) {
        const marks = byNode.get(node);
        if (marks) marks.add(mark);
        else byNode.set(node, new Set([mark]));
      }
      const root = rootOf(mark.block.holder);
      if (hostOf(root)) enterRoot(root as ShadowRoot);
    },

    remove(mark) {
      unpaint(mark.kind, mark.ink);
      for (const node of mark.nodes) {
        const marks = byNode.get(node);
        marks?.delete(mark);
        if (marks?.size === 0) byNode.delete(node);
      }
    },

    loosen(node) {
      for (const mark of byNode.get(node) ?? []) {
        if (!stillReads(mark.block, mark.start, mark.end)) unpaint(mark.kind, mark.ink);
      }
    },

    restore() {
      for (const [kind, { highlight, ranges }] of painted) {
        const [first] = ranges;
        if (!first || !isSeen(kind)) continue;
        if (highlight.size !== ranges.size || !highlight.has(first)) {
          highlight.clear();
          for (const range of ranges) highlight.add(range);
        }
        if (CSS.highlights.get(nameOf(kind)) !== highlight) CSS.highlights.set(nameOf(kind), highlight);
      }
    },

    at(x, y, top) {
      let best: Mark | null = null;
      if (isHidden) return best;
      for (const mark of marksAt(x, y, top)) {
        if (!best || priorities[mark.kind] > priorities[best.kind]) best = mark;
      }
      return best;
    },

    rects: rectsOf,

    restyle(nowStyle, nowHidden) {
      if (nowStyle === style && nowHidden === isHidden) return;
      for (const kind of painted.keys()) withdraw(kind);
      style = nowStyle;
      isHidden = nowHidden;
      this.restore();
    },

    flash(mark) {
      clearTimeout(flashTimer);
      for (const range of painted.get('flash')?.ranges ?? []) unpaint('flash', range);
      paint('flash', mark.range);
      flashTimer = setTimeout(() => unpaint('flash', mark.range), flashMs);
    },

    leave,

    clear() {
      clearTimeout(flashTimer);
      for (const [kind, { highlight }] of painted) {
        highlight.clear();
        withdraw(kind);
      }
      painted.clear();
      byNode.clear();
      for (const root of roots) leave(root);
    },
  };

  function nameOf(kind: string): string {
    return highlightName(kind, style);
  }

  /** A place that the reader asked for is shown also where marks are not. */
  function isSeen(kind: string): boolean {
    return !isHidden || kind === 'flash';
  }

  function withdraw(kind: string) {
    if (CSS.highlights.get(nameOf(kind)) === painted.get(kind)?.highlight) CSS.highlights.delete(nameOf(kind));
  }

  function paint(kind: string, range: StaticRange) {
    let paint = painted.get(kind);
    if (!paint) {
      paint = { highlight: new Highlight(), ranges: new Set() };
      paint.highlight.priority = priorities[kind as MarkKind];
      painted.set(kind, paint);
    }
    paint.ranges.add(range);
    paint.highlight.add(range);
    if (paint.ranges.size === 1 && isSeen(kind)) CSS.highlights.set(nameOf(kind), paint.highlight);
  }

  function unpaint(kind: string, range: StaticRange) {
    const paint = painted.get(kind);
    if (!paint?.ranges.delete(range)) return;
    paint.highlight.delete(range);
    if (paint.ranges.size === 0) withdraw(kind);
  }

  /**
   * By the caret, whatever the page has done to the registry. The caret snaps to the nearest text, however far: whether the point is on it,
   * the rectangles tell. Where something transparent lies over the text, as a link stretched over a teaser, the caret finds that: then the
   * boxes of the marks in the elements below are asked.
   */
  function marksAt(x: number, y: number, top: Node): Mark[] {
    const caret = Document.prototype.caretPositionFromPoint.call(document, x, y, { shadowRoots: [...roots] });
    const under = [...(byNode.get(caret?.offsetNode as Text) ?? [])].filter(
      (mark) => isWithin(mark, top) && liesAt(mark, x, y),
    );
    if (under.length > 0) return under;
    const layers = new Set<Node | null>(layersAt(x, y, top));
    const found = new Set<Mark>();
    for (const [node, marks] of byNode) {
      if (!layers.has(parentOf(node))) continue;
      for (const mark of marks) if (liesAt(mark, x, y)) found.add(mark);
    }
    return [...found];
  }

  function isWithin(mark: Mark, element: Node): boolean {
    return mark.nodes.some((node) => closest(node, (at) => at === element));
  }

  function liesAt(mark: Mark, x: number, y: number): boolean {
    return rectsOf(mark).some(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom);
  }

  /** The element on top at a point, and those under it as far as all above them can be seen through. */
  function layersAt(x: number, y: number, top: Node): Element[] {
    const root = rootOf(top) as Document | ShadowRoot;
    const layers: Element[] = [];
    for (const element of elementsFromPoint(root, x, y)) {
      layers.push(element);
      if (layers.length === mostLayers || !isSeenThrough(element)) break;
    }
    return layers[0] === top || layers.length === 0 ? layers : [];
  }

  function rectsOf({ range }: Mark): DOMRect[] {
    // A live range, but only for a moment.
    const live = new Range();
    try {
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
    } catch {
      return [];
    }
    const rects = [...live.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    return rects;
  }

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

function elementsFromPoint(root: Node, x: number, y: number): Element[] {
  const prototype = hostOf(root) ? ShadowRoot.prototype : Document.prototype;
  return prototype.elementsFromPoint.call(root as never, x, y);
}

/** Whether an element shows nothing of its own over what lies under it. */
function isSeenThrough(element: Element): boolean {
  if (isDrawn.has(localNameOf(element))) return false;
  const { opacity, backgroundColor, backgroundImage, backdropFilter } = getComputedStyle(element);
  if (opacity === '0') return true;
  const isClear = /^(?:transparent|rgba\(.*, 0\))$/.test(backgroundColor);
  return isClear && backgroundImage === 'none' && (backdropFilter ?? 'none') === 'none';
}

const isDrawn: ReadonlySet<string> = new Set(
  'img picture video canvas svg iframe embed object input textarea select'.split(' '),
);

/**
 * The name in page/marks.css. Its rules are there from the start, so another style is another name. Where no lines are painted, every
 * mark is a shade.
 */
export function highlightName(kind: string, style: MarkStyle): string {
  if (kind === 'flash') return 'bridle-flash';
  if (!paintsLines()) return `bridle-${kind}-shaded`;
  const isStyled = (kind === 'mention' || kind === 'doubtful') && (style === 'solid' || style === 'shaded');
  return isStyled ? `bridle-${kind}-${style}` : `bridle-${kind}`;
}

/** Firefox before 146 takes no `text-decoration` in a highlight, and does not say so; it learnt that in the same version as `@scope`. */
function paintsLines(): boolean {
  return !isFirefox() || 'CSSScopeRule' in globalThis;
}

function isFirefox(): boolean {
  return CSS.supports('-moz-appearance', 'none');
}
