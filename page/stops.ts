/** Going from mark to mark, in the order in which they are read. */
import type { CardController } from './card.ts';
import { isSentence } from '../platform/exchange.ts';
import { canBeSeen, holdClippingBoxes } from './in-sight.ts';
import { placeOf } from './mark.ts';
import type { Mark, Marks } from './marks.ts';
import { parentOf } from './nodes.ts';
import type { PageReader } from './page-reader.ts';
import type { Painter } from './painter.ts';
import { nextStop } from './steps.ts';

interface StopParts {
  reader: PageReader;
  painter: Painter;
  marks: Marks;
  card: CardController;
}

export type Stops = ReturnType<typeof createStops>;

export function createStops({ reader, painter, marks, card }: StopParts) {
  let last: Mark | null = null;

  function* allMarks(): Generator<Mark, void> {
    for (const block of reader.blocks()) yield* painter.marksOf(block);
  }

  function isSeen(mark: Mark): boolean {
    return canBeSeen(marks.rects(mark)[0], elementOf(mark));
  }

  /** Only for what cannot be seen otherwise, a carousel is moved. */
  function show(mark: Mark) {
    last = mark;
    marks.restore();
    const element = elementOf(mark);
    const release = isSeen(mark) ? holdClippingBoxes(element) : null;
    Element.prototype.scrollIntoView.call(element, { block: 'center', behavior: 'instant' });
    release?.();
    marks.flash(mark);
    card.send({ type: 'open', target: mark }, { focus: true });
  }

  function find(isWanted: (mark: Mark) => boolean): Mark | null {
    for (const mark of allMarks()) if (isWanted(mark)) return mark;
    return null;
  }

  return {
    find,
    show,

    /** The sentences that are painted as contested. */
    contested: () => [...allMarks()].filter(({ kind, quiet }) => kind === 'contested' && !quiet),

    step(direction: 1 | -1) {
      const all = [...allMarks()].filter((mark) => !isSentence(mark.kind) || !(mark.quiet || hasMention(mark)));
      const current = last ? all.indexOf(last) : -1;
      const next = nextStop({
        count: all.length,
        current: current < 0 ? null : current,
        direction,
        isBefore: (stop) => (marks.rects(all[stop]!)[0]?.top ?? 0) < 0,
        isSeen: (stop) => isSeen(all[stop]!),
      });
      if (next !== null) show(all[next]!);
    },

    jump(place: number) {
      const mark = find((candidate) => placeOf(candidate) === place);
      if (mark) show(mark);
    },
  };

  /** The reader comes to such a sentence with the mention in it. */
  function hasMention({ block, start, end }: Mark): boolean {
    return painter.marksOf(block).some((mark) => !isSentence(mark.kind) && mark.start >= start && mark.end <= end);
  }
}

const elementOf = (mark: Mark): Element => parentOf(mark.nodes[0]!) as Element;
