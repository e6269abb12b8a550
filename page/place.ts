/** Where the card goes: beside the lines that it explains, never over them, inside the viewport. Pure; lengths in CSS px. */

export interface Rect {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface PlaceInput {
  /** The lines of the mark, in the viewport's coordinates. */
  lines: readonly Rect[];
  /** The line that the reader points at, one of those or a part of it. Without room beside all lines, it alone is kept free. */
  line: Rect;
  /** The text around, which a card beside it leaves free; null where only above and below come into question. */
  column: Rect | null;
  card: { width: number; height: number };
  viewport: { width: number; height: number };
  /** The full width at the bottom, or at the top where the line is at the bottom: for narrow windows and fingers. */
  sheet: boolean;
}

export interface Place {
  left: number;
  top: number;
  width: number;
  /** The card scrolls inside this height. */
  maxHeight: number;
  side: 'above' | 'below' | 'beside';
}

const gap = 6;
const margin = 8;
/** Below this height a card is hardly of use. */
const usefulHeight = 160;
/** A longer way from the line to the card would lead over other marks. */
const farthest = 200;

export function place(input: PlaceInput): Place {
  return (input.sheet ? null : beside(input)) ?? aboveOrBelow(input);
}

/** In the margin of the text, at the height of the line: no word of the text is covered. */
function beside({ line, column, card, viewport }: PlaceInput): Place | null {
  const height = Math.min(card.height, viewport.height - 2 * margin);
  if (!column || height <= 0 || line.bottom < 0 || line.top > viewport.height) return null;
  const rightOf = Math.max(column.right, line.right) + gap;
  const leftOf = Math.min(column.left, line.left) - gap - card.width;
  const isWithin = (left: number) => left >= margin && left + card.width + margin <= viewport.width;
  const isRight = isWithin(rightOf) && rightOf - line.right <= farthest;
  const isLeft = isWithin(leftOf) && line.left - leftOf - card.width <= farthest;
  if (!isRight && !isLeft) return null;
  const top = Math.min(Math.max(line.top, margin), viewport.height - margin - height);
  return { left: isRight ? rightOf : leftOf, top, width: card.width, maxHeight: height, side: 'beside' };
}

function aboveOrBelow({ lines, line, card, viewport, sheet }: PlaceInput): Place {
  const width = sheet ? viewport.width : Math.max(0, Math.min(card.width, viewport.width - 2 * margin));
  const all = roomBeside(unionOf([...lines, line]), viewport, sheet);
  const wanted = Math.min(card.height, usefulHeight);
  const room = Math.max(all.above, all.below) >= wanted ? all : roomBeside(line, viewport, sheet);
  const fits = sheet ? Math.min(card.height, viewport.height * 0.6) : card.height;
  const side = room.below >= fits || room.below >= room.above ? 'below' : 'above';
  const maxHeight = Math.min(room[side], fits);
  const edge = sheet ? 0 : margin;

  if (sheet) {
    return { left: 0, top: side === 'below' ? viewport.height - maxHeight : 0, width, maxHeight, side };
  }
  const left = Math.min(Math.max(line.left, edge), Math.max(edge, viewport.width - edge - width));
  return { left, top: side === 'below' ? room.belowFrom : room.aboveTo - maxHeight, width, maxHeight, side };
}

/** The free height above and below. A line outside the viewport leaves all of it. */
function roomBeside({ top, bottom }: Rect, { height }: { height: number }, sheet: boolean) {
  const edge = sheet ? 0 : margin;
  const belowFrom = Math.max(bottom + gap, edge);
  const aboveTo = Math.min(top - gap, height - edge);
  return { belowFrom, aboveTo, below: Math.max(0, height - edge - belowFrom), above: Math.max(0, aboveTo - edge) };
}

export function unionOf(rects: readonly Rect[]): Rect {
  return {
    left: Math.min(...rects.map(({ left }) => left)),
    right: Math.max(...rects.map(({ right }) => right)),
    top: Math.min(...rects.map(({ top }) => top)),
    bottom: Math.max(...rects.map(({ bottom }) => bottom)),
  };
}
