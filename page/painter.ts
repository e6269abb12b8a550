/** Brings the marks on the page in line with what is to be marked in its blocks. */
import { stillReads } from './blocks.ts';
import { createThinning, type Thickness } from './density.ts';
import { placeOf, sameSpan, samePlace, type Span } from './mark.ts';
import type { Mark, Marks } from './marks.ts';
import { isConnected, type Holder } from './nodes.ts';
import type { PageBlock } from './reading.ts';
import { createShown, type Shown } from './visible.ts';

export interface Painter {
  /** Looks first, in steps, then paints at once: each painting costs the page a frame's work. */
  paint(blocks: readonly PageBlock[], thickness: Thickness, gone: () => PageBlock[]): Generator<unknown, Painted>;
  /** The marks of a block, in reading order. */
  marksOf(block: PageBlock): readonly Mark[];
  isEmpty(): boolean;
  clear(): void;
}

export interface Painted {
  changed: boolean;
  removed: Mark[];
  /** The places that are not marked because the page does not show their text. */
  hidden: number[];
}

const blocksPerRest = 256;

/** `onHidden` is called as soon as text is met that the page does not show: what shows itself before the end of the look would be missed. */
export function createPainter(marks: Marks, onHidden: (holder: Holder) => void): Painter {
  const marked = new Map<PageBlock, Mark[]>();
  const marksOf = (block: PageBlock) => marked.get(block) ?? [];

  return {
    *paint(blocks, thickness, gone) {
      const wanted: [PageBlock, Mark[]][] = [];
      const hidden: number[] = [];
      const shown = createShown();
      const thinning = createThinning(thickness);
      for (const [at, block] of blocks.entries()) {
        if (at % blocksPerRest === 0) yield;
        thinning.enter(block.holder);
        const { spans } = block;
        const before = marksOf(block);
        if (spans.length === 0 && before.length === 0) continue;
        const isKnown = before.length === spans.length && before.every((mark, index) => samePlace(mark, spans[index]!));
        const readable = isKnown ? spans : spans.filter((span) => isReadable(block, span, shown));
        if (readable.length < spans.length) {
          onHidden(block.holder);
          for (const span of spans) if (!readable.includes(span)) hidden.push(placeOf({ ...span, block }));
        }
        const now = thinning
          .thin(readable)
          .map(
            (span) =>
              before.find((mark) => sameSpan(mark, span) && !mark.quiet === !span.quiet) ?? marks.make(block, span),
          );
        if (isKnown && now.every((mark, index) => mark === before[index])) continue;
        wanted.push([block, now]);
        yield;
      }
      return { ...put(wanted, gone()), hidden };
    },

    marksOf,
    isEmpty: () => marked.size === 0,
    clear() {
      marks.clear();
      marked.clear();
    },
  };

  function put(wanted: readonly [PageBlock, Mark[]][], gone: readonly PageBlock[]): Omit<Painted, 'hidden'> {
    const removed: Mark[] = [];
    let added = 0;
    for (const [block, now] of [...gone.map((block): [PageBlock, Mark[]] => [block, []]), ...wanted]) {
      const before = marksOf(block);
      for (const mark of before) if (!now.includes(mark)) removed.push(mark);
      for (const mark of now) {
        if (before.includes(mark)) continue;
        added++;
        marks.add(mark);
      }
      if (now.length > 0) marked.set(block, now);
      else marked.delete(block);
    }
    for (const mark of removed) marks.remove(mark);
    marks.restore();
    return { changed: added + removed.length > 0, removed };
  }
}

function isReadable(block: PageBlock, { start, end }: Span, shown: Shown): boolean {
  const piece = block.pieces.find((candidate) => candidate.end > start)!;
  return isConnected(piece.node) && stillReads(block, start, end) && shown(piece.node);
}
