import type { ReadBlock } from './scan.ts';

/** How far the affair's own names carry, in blocks, by how many of them the page has: a teaser does not make a page. */
const reach = [
  { anchors: 6, blocks: 12 },
  { anchors: 3, blocks: 6 },
  { anchors: 0, blocks: 2 },
];
/** A page with an anchor in every so many words is about the affair throughout. */
const wordsPerAnchor = 250;

/**
 * Which blocks speak of the affair: 2 for those that hold one of its names or stand on a page given to it, 1 for those near one or with
 * its vocabulary, 0 elsewhere. `anchors`: block numbers of linked central names, ascending, with repetitions.
 */
export function relevantBlocks(blocks: readonly ReadBlock[], anchors: readonly number[]): number[] {
  const distance = reach.find((step) => anchors.length >= step.anchors)!.blocks;
  const holding = new Set(anchors);
  const words = blocks.reduce((sum, block) => sum + block.length, 0);
  const throughout = words / anchors.length <= wordsPerAnchor;
  const relevant = blocks.map((block, index): number => {
    if (holding.has(index)) return 2;
    return block.detail?.affair.some(({ value }) => value > 1) ? 1 : 0;
  });
  if (throughout) return relevant.map(() => 2);
  for (const anchor of holding) {
    const to = Math.min(blocks.length - 1, anchor + distance);
    for (let index = Math.max(0, anchor - distance); index <= to; index++) relevant[index] = Math.max(relevant[index]!, 1);
  }
  return relevant;
}
