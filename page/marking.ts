/** One batch after the other: what has changed on the page is read, told to the background, and painted as it answers. */
import type { PageChoices } from '../platform/exchange.ts';
import type { PageReader } from './page-reader.ts';
import type { Painted, Painter } from './painter.ts';
import type { PageBlock } from './reading.ts';
import type { Schedule } from './schedule.ts';
import type { PageSession } from './session.ts';
import { viewOf } from './view.ts';

export interface MarkingParts {
  reader: PageReader;
  painter: Painter;
  schedule: Schedule;
  session: PageSession;
  choices(): PageChoices;
  /** What the reader chose, as the background tells with each answer. */
  onChoices(choices: PageChoices): void;
  onPainted(painted: Painted): void;
  /** Which places are not marked because the page hides them, each time that has changed. */
  onHidden(places: number[]): void;
}

export interface Marking {
  /** One batch. Milliseconds of this thread's work. */
  workOff(records: MutationRecord[] | null): Promise<number>;
  /** The background is to be asked with the next batch though no text has changed. */
  expire(): void;
}

/** A page of fewer characters is done before a first view of it would be. */
const longPageCharacters = 200_000;

export function createMarking(parts: MarkingParts): Marking {
  const { reader, painter, schedule, session, choices, onChoices, onPainted, onHidden } = parts;
  let isFirst = true;
  let isStale = false;
  /** The places whose text the page does not show: they are looked at again with each batch. */
  let hidden = '';

  return {
    async workOff(records) {
      const spentMs = await schedule.run(reader.read(records));
      const blocks = reader.blocks();
      if (reader.takeChanged() || isStale) return spentMs + (await markAll(blocks));
      return hidden === '' ? spentMs : spentMs + (await paint(blocks));
    },
    expire() {
      isStale = true;
    },
  };

  /** Of a long page first what is in view. */
  async function markAll(blocks: readonly PageBlock[]): Promise<number> {
    let spentMs = 0;
    if (isFirst && blocks.reduce((sum, { text }) => sum + text.length, 0) > longPageCharacters) {
      const { from, to } = viewOf(blocks);
      spentMs = await mark(blocks.slice(from, to));
    }
    isFirst = false;
    return spentMs + (await mark(blocks));
  }

  async function mark(blocks: readonly PageBlock[]): Promise<number> {
    // What expires while the answer is under way is asked again.
    isStale = false;
    const answer = await session.bring(blocks);
    if (!answer) {
      isStale = true;
      return 0;
    }
    onChoices(answer);
    return paint(blocks);
  }

  async function paint(blocks: readonly PageBlock[]): Promise<number> {
    const { markStyle, density, sentences } = choices();
    const thickness = { density: markStyle === 'none' ? ('none' as const) : density, sentences };
    return schedule.run(
      (function* work() {
        const painted = yield* painter.paint(blocks, thickness, reader.takeGone);
        onPainted(painted);
        if (painted.hidden.join() === hidden) return;
        hidden = painted.hidden.join();
        onHidden(painted.hidden);
      })(),
    );
  }
}
