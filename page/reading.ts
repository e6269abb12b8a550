/** The blocks of a page in reading order, kept as the page changes. */
import type { TextBlock } from './blocks.ts';
import type { Span } from './mark.ts';
import { compareOrder, isConnected, type Holder } from './nodes.ts';

export interface PageBlock extends TextBlock {
  /** Its number in the list that the background keeps; 0 while it is not told. */
  id: number;
  /** What is to be marked in it, as the background answered. */
  spans: readonly Span[];
}

export interface Reading {
  /**
   * Puts what was just read in place of what was read of the same holders before, and drops what has left the document. Blocks whose text
   * is known keep their number and spans. In steps, of which the last makes the change. `inOrder`: the same blocks as they were read; the runs of one
   * holder may have others between them.
   */
  replace(read: Map<Holder, TextBlock[]>, inOrder: readonly TextBlock[]): Generator<undefined, void>;
  /** All blocks, in reading order. */
  blocks(): readonly PageBlock[];
  /** Whether anything has changed since the last call. */
  takeChanged(): boolean;
  /** Hands over, once, the blocks that are gone since the last call. */
  takeGone(): PageBlock[];
}

export function createReading(): Reading {
  let ordered: PageBlock[] = [];
  const byHolder = new WeakMap<Holder, PageBlock[]>();
  const gone = new Set<PageBlock>();
  let changed = false;

  return {
    *replace(read, inOrder) {
      const before = new Set<PageBlock>();
      const pageBlocks = new Map<TextBlock, PageBlock>();
      for (const [holder, blocks] of read) {
        yield;
        const known = byHolder.get(holder);
        const byText = known && Map.groupBy(known, ({ text }) => text);
        const own = blocks.map((block): PageBlock => {
          // Each is taken once: two blocks of one text are two in the background's list too
          const same = byText?.get(block.text)?.shift();
          return same && samePieces(same, block) ? same : { ...block, id: same?.id ?? 0, spans: same?.spans ?? [] };
        });
        for (const block of known ?? []) before.add(block);
        for (const [at, block] of own.entries()) pageBlocks.set(blocks[at]!, block);
        if (own.length > 0) byHolder.set(holder, own);
        else byHolder.delete(holder);
      }
      // What is the same may have been moved: it is put in its place like what is new.
      const now = inOrder.map((block) => pageBlocks.get(block)!);
      const was = ordered;
      const kept = was.filter((block) => !before.has(block) && (isConnected(block.holder) || !forget(block)));
      // The first reading walks through the page from its beginning to its end.
      ordered = was.length === 0 ? now : merge(kept, now);
      changed ||= ordered.length !== was.length || ordered.some((block, at) => block !== was[at]);
      for (const block of now) before.delete(block);
      for (const block of before) gone.add(block);
    },

    blocks: () => ordered,

    takeChanged() {
      const was = changed;
      changed = false;
      return was;
    },

    takeGone() {
      const blocks = [...gone];
      gone.clear();
      return blocks;
    },
  };

  function forget(block: PageBlock): true {
    gone.add(block);
    const others = byHolder.get(block.holder)?.filter((other) => other !== block) ?? [];
    if (others.length > 0) byHolder.set(block.holder, others);
    else byHolder.delete(block.holder);
    return true;
  }
}

function samePieces(a: TextBlock, b: TextBlock): boolean {
  return (
    a.pieces.length === b.pieces.length &&
    a.pieces.every((piece, at) => {
      const other = b.pieces[at]!;
      return (
        piece.node === other.node && piece.start === other.start && piece.end === other.end && piece.from === other.from
      );
    })
  );
}

/**
 * Both lists are in reading order, or nearly (what was read later may stand earlier). Comparing two places in a document walks among
 * siblings, so it is done rarely: what comes usually stands together, or at the end.
 */
function merge(before: PageBlock[], coming: PageBlock[]): PageBlock[] {
  if (coming.length === 0) return before;
  const placed = coming.map((block) => ({ block, at: 0 }));
  let hint = before.length;
  for (const entry of placed) hint = entry.at = placeFor(entry.block, before, hint);
  placed.sort((a, b) => a.at - b.at || compareBlocks(a.block, b.block));
  const merged: PageBlock[] = [];
  let taken = 0;
  for (const { block, at } of placed) {
    while (taken < at) merged.push(before[taken++]!);
    merged.push(block);
  }
  while (taken < before.length) merged.push(before[taken++]!);
  return merged;
}

/** The index in a sorted list before which a block belongs; looks at the hint first. */
function placeFor(block: PageBlock, sorted: PageBlock[], hint: number): number {
  const isAfter = (at: number) => at < 0 || (at < sorted.length && compareBlocks(sorted[at]!, block) < 0);
  let low = 0;
  let high = sorted.length;
  if (isAfter(hint - 1)) {
    low = hint;
    if (hint === sorted.length || !isAfter(hint)) return hint;
  } else high = hint - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isAfter(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function compareBlocks(a: PageBlock, b: PageBlock): number {
  const [first, second] = [a.pieces[0]!, b.pieces[0]!];
  return first.node === second.node ? first.from - second.from : compareOrder(first.node, second.node);
}
