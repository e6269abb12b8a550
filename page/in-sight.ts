/** Whether text that a page lays out can be seen at all: boxes cut off what sticks out of them, as carousels and texts for screen readers do. */
import { parentOrHostOf, rootElementOf, typeOf } from './nodes.ts';
import type { Rect } from './place.ts';

/** A piece of text that is smaller, in CSS px, is for screen readers alone. */
const smallestSeen = 3;

/**
 * Whether a reader can bring a rectangle of an element's text into view by scrolling. What a box cuts off (`overflow: hidden`) only the
 * page itself can show. Reads layout and styles of all ancestors.
 */
export function canBeSeen(rect: Rect | undefined, element: Element): boolean {
  if (!rect) return false;
  const check: unknown = element.checkVisibility;
  if (typeof check === 'function' && check.call(element, { opacityProperty: true }) !== true) return false;
  let { left, right, top, bottom } = rect;
  for (const { box, style } of boxesAround(element)) {
    if (/^inset\((?:50|100)%/.test(style.clipPath) || /^rect\((?:0px|1px)/.test(style.clip)) return false;
    [left, right] = within([left, right], [box.left, box.right], style.overflowX);
    [top, bottom] = within([top, bottom], [box.top, box.bottom], style.overflowY);
    if (right - left < smallestSeen || bottom - top < smallestSeen) return false;
  }
  // No scrolling leads to what lies before the start of the page
  return right + scrollX > 0 && bottom + scrollY > 0;
}

/** Keeps the boxes that cut off text where they are: returns what puts them back after something was scrolled into view. */
export function holdClippingBoxes(element: Element): () => void {
  const held = [...boxesAround(element)]
    .filter(({ style }) => isClipping(style.overflowX) || isClipping(style.overflowY))
    .map(({ at }) => ({ at, left: at.scrollLeft, top: at.scrollTop }));
  return () => {
    for (const { at, left, top } of held)
      if (at.scrollLeft !== left || at.scrollTop !== top)
        (Element.prototype.scrollTo as (to: ScrollToOptions) => void).call(at, { left, top, behavior: 'instant' });
  };
}

const isClipping = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';

/** What is left of a range in a box, along one axis. In a box that scrolls it can come to stand anywhere. */
function within([from, to]: Span, [start, end]: Span, overflow: string): Span {
  if (isClipping(overflow)) return [Math.max(from, start), Math.min(to, end)];
  return overflow === 'auto' || overflow === 'scroll' ? [start, end] : [from, to];
}
type Span = [from: number, to: number];

interface Box {
  at: Element;
  style: CSSStyleDeclaration;
  box: DOMRect;
}

/** The boxes that may cut off an element's text, itself first. The page's own (`html`, `body`) hand that on to the window. */
function* boxesAround(element: Element): Generator<Box, void> {
  const root = rootElementOf(element.ownerDocument);
  let isOut = false;
  for (let at: Node | null = element; at && at !== root; at = parentOrHostOf(at)) {
    if (typeOf(at) !== 1 || (at as Element).localName === 'body') continue;
    const style = getComputedStyle(at as Element);
    // Out of the flow, text is cut off by positioned boxes alone
    if (isOut && style.position === 'static') continue;
    yield { at: at as Element, style, box: Element.prototype.getBoundingClientRect.call(at) };
    if (style.position === 'fixed') return;
    isOut = style.position === 'absolute';
  }
}
