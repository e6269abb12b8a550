/** What of a long page is in view, to be read first. */
import type { PageBlock } from './reading.ts';

const charactersAhead = 20_000;

/**
 * The index of the first block that ends below the upper edge of the view, and of the block after the last that is likely in view.
 * Reading order is nearly the order from top to bottom, so a binary search with few layout questions does.
 */
export function viewOf(blocks: readonly PageBlock[]): { from: number; to: number } {
  let from = 0;
  let high = blocks.length;
  while (from < high) {
    const middle = (from + high) >> 1;
    const element = blocks[middle]!.pieces[0]!.node.parentElement;
    if (element && Element.prototype.getBoundingClientRect.call(element).bottom < 0) from = middle + 1;
    else high = middle;
  }
  let to = from;
  for (let characters = 0; to < blocks.length && characters < charactersAhead; to++)
    characters += blocks[to]!.text.length;
  return { from, to };
}
