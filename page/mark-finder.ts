/** Finds the marks at a point of the window. */
import type { Mark } from './marks.ts';
import { closest, hostOf, localNameOf, parentOf, rootOf } from './nodes.ts';

/** However many layers a page puts over its text. */
const mostLayers = 8;

export interface MarkPlaces {
  byNode: ReadonlyMap<Text, ReadonlySet<Mark>>;
  /** The shadow trees that hold marks. */
  roots: ReadonlySet<ShadowRoot>;
}

/**
 * By the caret, whatever the page has done to the registry. The caret snaps to the nearest text, however far: whether the point is on it,
 * the rectangles tell. Where something transparent lies over the text, as a link stretched over a teaser, the caret finds that: then the
 * boxes of the marks in the elements below are asked. `top` is the element on top there; marks under others are not meant.
 */
export function marksAt({ byNode, roots }: MarkPlaces, x: number, y: number, top: Node): Mark[] {
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

/** The lines of a mark as now laid out, in the viewport's coordinates; empty when it is not laid out. */
export function rectsOf({ range }: Mark): DOMRect[] {
  // A live range, but only for a moment.
  const live = new Range();
  try {
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
  } catch {
    return [];
  }
  return [...live.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
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
