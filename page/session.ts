/** The page's end of its session in the background: tells how the blocks are, and takes what is to be marked in them. */
import type { BlocksUpdate, MarksUpdate, NoMarks, PageChoices, TargetEntry } from '../platform/exchange.ts';
import { spansFrom } from './mark.ts';
import type { PageBlock } from './reading.ts';

export type AskForMarks = (update: BlocksUpdate) => Promise<MarksUpdate | NoMarks | null>;

export interface PageSession {
  /**
   * Tells the background how the page's blocks are now, and puts what it answers into their `spans`. Resolves with the reader's choices,
   * or with null where nobody answered: the blocks are as before then. One call at a time.
   */
  bring(blocks: readonly PageBlock[]): Promise<PageChoices | null>;
}

/** A message of this many characters is written in well under a slice. */
const longestPortion = 100_000;
/** A background that has just been started knows no frame: the page tells it everything, once more if it ends again meanwhile. */
const mostTries = 3;

export function createPageSession(ask: AskForMarks): PageSession {
  /** The numbers of the blocks as the background has them, in order. */
  let told: number[] = [];
  let revision = 0;
  let lastId = 0;
  let targets: TargetEntry[] = [];

  return {
    async bring(blocks) {
      for (let tries = 0; tries < mostTries; tries++) {
        const isAnew = revision === 0;
        if (isAnew) for (const block of blocks) block.id = 0;
        const answer = await tell(blocks);
        if (typeof answer === 'object' && answer) {
          // What is told to a background that knew nothing is all that there is
          if (isAnew) for (const block of blocks) block.spans = [];
          take(answer, blocks);
          return answer.choices;
        }
        startOver();
        if (answer !== 'unknown') return null;
      }
      return null;
    },
  };

  function startOver() {
    told = [];
    revision = lastId = 0;
    targets = [];
  }

  /** Tells what is between the beginning and the end that both lists have in common, in portions. */
  async function tell(blocks: readonly PageBlock[]): Promise<MarksUpdate | NoMarks | null> {
    let from = 0;
    while (from < told.length && told[from] === blocks[from]?.id) from++;
    let after = 0;
    const most = Math.min(told.length, blocks.length) - from;
    while (after < most && told[told.length - 1 - after] === blocks[blocks.length - 1 - after]!.id) after++;
    let remove = told.length - after - from;
    for (let at = from; ;) {
      const to = endOfPortion(blocks, at, blocks.length - after);
      const more = to < blocks.length - after;
      const portion = blocks.slice(at, to);
      const insert = portion.map((block) => block.id || block.text);
      for (const block of portion) block.id ||= ++lastId;
      const answer = await ask({ revision, at, remove, insert, more });
      if (typeof answer !== 'object' || !answer) return answer;
      revision++;
      told = [...told.slice(0, at), ...portion.map(({ id }) => id), ...told.slice(at + remove)];
      if (!more) return answer;
      remove = 0;
      at = to;
    }
  }

  function take(answer: MarksUpdate, blocks: readonly PageBlock[]) {
    for (const target of answer.targets) targets.push(target);
    // Both are in reading order
    let at = 0;
    for (const numbers of answer.blocks) {
      while (at < blocks.length && blocks[at]!.id !== numbers[0]) at++;
      const block = blocks[at];
      if (block) block.spans = spansFrom(numbers, targets, block.text.length);
    }
  }
}

function endOfPortion(blocks: readonly PageBlock[], from: number, limit: number): number {
  let to = from;
  for (let characters = 0; to < limit && (to === from || characters < longestPortion); to++)
    if (blocks[to]!.id === 0) characters += blocks[to]!.text.length;
  return to;
}
