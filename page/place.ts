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
  side: 'above' | 'below';
}

const gap = 6;
const margin = 8;
/** Below this height a card is hardly of use. */
const usefulHeight = 160;

export function place({ lines, line, card, viewport, sheet }: PlaceInput): Place {
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

function unionOf(rects: readonly Rect[]): Rect {
  return {
    left: Math.min(...rects.map(({ left }) => left)),
    right: Math.max(...rects.map(({ right }) => right)),
    top: Math.min(...rects.map(({ top }) => top)),
    bottom: Math.max(...rects.map(({ bottom }) => bottom)),
  };
}
