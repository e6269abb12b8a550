/** From mark to mark in the order in which they are read. */

export interface StepFrom {
  /** The number of stops. */
  count: number;
  /** The stop whose card was last open, if it is still there. */
  current: number | null;
  direction: 1 | -1;
  /** Whether a stop lies before what the reader looks at: above the view, or before the selection. */
  isBefore(stop: number): boolean;
  /** Whether the reader can see a stop; the others are passed over. */
  isSeen(stop: number): boolean;
}

/**
 * The next stop that can be seen, around the end to the start; null where there is none. Without a current stop, the first one within or
 * after what the reader looks at, or backwards the last one before it. `isBefore` is true for some first stops and false for the rest.
 */
export function nextStop(from: StepFrom): number | null {
  const { count, direction, isSeen } = from;
  const first = firstStop(from);
  for (let steps = 0; steps < count; steps++) {
    const stop = (first + steps * direction + steps * count) % count;
    if (isSeen(stop)) return stop;
  }
  return null;
}

function firstStop({ count, current, direction, isBefore }: StepFrom): number {
  if (current !== null) return (current + direction + count) % count;
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return direction === 1 ? low % count : (low - 1 + count) % count;
}
