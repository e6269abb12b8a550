/** Where the card of a mark goes, as the window and the page around the mark are now. */
import type { Mark, Marks } from './marks.ts';
import { rootElementOf } from './nodes.ts';
import { place, unionOf, type Place, type PlaceInput, type Rect } from './place.ts';

/** The least of a card that tells something: its title, and two lines of a statement. */
const leastCard = { width: 160, height: 80 };

/** In the coordinates of the layout viewport, within what of it is in sight. */
export function placeBeside(marks: Marks, mark: Mark, line: Rect, card: PlaceInput['card'], sheet: boolean): Place {
  const { left, top, width, height } = viewportOf();
  const seen = (rect: Rect) => moved(rect, -left, -top);
  const lines = marks.rects(mark).map(seen);
  const column = columnOf(marks, mark);
  const viewport = { width, height };
  const at = place({ lines, line: seen(line), column: column && seen(column), card, viewport, sheet });
  return { ...at, left: at.left + left, top: at.top + top };
}

/** Whether a card of the mark could be read, as small as the window or frame is. */
export function hasRoom(marks: Marks, mark: Mark): boolean {
  const [line] = marks.rects(mark);
  const { width, maxHeight } = line
    ? placeBeside(marks, mark, line, leastCard, false)
    : { ...leastCard, maxHeight: Infinity };
  return width >= leastCard.width && maxHeight >= leastCard.height;
}

/** What a card beside the line leaves free: the text around. Vertical lines stand side by side: there it is the mark's own. */
function columnOf(marks: Marks, mark: Mark): Rect | null {
  const { holder } = mark.block;
  if (!(holder instanceof Element)) return null;
  if (/^(?:vertical|sideways)/.test(getComputedStyle(holder).writingMode)) return unionOf(marks.rects(mark));
  return Element.prototype.getBoundingClientRect.call(holder);
}

/** Which of the lines a point lies on; the first where it lies on none. */
export function lineUnder(lines: readonly Rect[], at: { x: number; y: number } | undefined): number {
  if (!at) return 0;
  const found = lines.findIndex(
    ({ top, bottom, left, right }) => at.y >= top && at.y <= bottom && at.x >= left && at.x <= right,
  );
  return Math.max(0, found);
}

/**
 * The part of the layout viewport that is in sight, in its coordinates: two fingers make it smaller, and move it. An element's own size
 * would not do: it is in the zoomed pixels of the element.
 */
export function viewportOf(): { left: number; top: number; width: number; height: number } {
  const { visualViewport: seen } = globalThis;
  if (seen) return { left: seen.offsetLeft, top: seen.offsetTop, width: seen.width, height: seen.height };
  return { left: 0, top: 0, width: rootElementOf(document).clientWidth, height: globalThis.innerHeight };
}

function moved({ left, right, top, bottom }: Rect, x: number, y: number): Rect {
  return { left: left + x, right: right + x, top: top + y, bottom: bottom + y };
}
