/** A row or field of links of which one is in the order of tabs, and arrow keys move between them. */

/** Which of the links the key leads to, or null where it is none of ours. `orders` are the lists of places that left/right and up/down follow. */
export function stepOf(
  key: string,
  place: number,
  orders: { across: readonly number[]; down: readonly number[] },
): number | null {
  const { across, down } = orders;
  const move = (order: readonly number[], by: 1 | -1) => order[order.indexOf(place) + by] ?? null;
  if (key === 'ArrowRight') return move(across, 1);
  if (key === 'ArrowLeft') return move(across, -1);
  if (key === 'ArrowDown') return move(down, 1);
  if (key === 'ArrowUp') return move(down, -1);
  if (key === 'Home') return across[0] ?? null;
  if (key === 'End') return across.at(-1) ?? null;
  return null;
}
