/**
 * Where claims are matched: the engine names the mentions, and hands the page's passages to a judge. On the command line the judge sits in the
 * same program; for a page it sits in the background, so that no page carries the concepts or waits for them.
 */
import type { ClaimMatcher } from './matcher.ts';
import type { ClaimMatch, Mention } from '../model.ts';

/** A block of a page of the affair, as a judge of claims needs it. Plain data: it can be sent. */
export interface Passage {
  text: string;
  mentions: Pick<Mention, 'start' | 'end' | 'entity'>[];
  /** Entities named in the block before. */
  before: string[];
}

/** The matches of each passage. Passages are given in reading order; null stands for blocks of which nothing is asked. */
export type ClaimJudge = (passages: readonly (Passage | null)[]) => ClaimMatch[][];

/** Judges passages one after the other: what the last sentence of one claims, the first of the next may answer. */
export function judgeWith(matcher: ClaimMatcher): ClaimJudge {
  return (passages) => {
    let answered: readonly ClaimMatch[] = [];
    return passages.map((passage) => {
      const matches = passage ? matcher.match(passage, answered) : [];
      const end = matches.at(-1)?.end;
      answered = matches.filter((match) => match.end === end);
      return matches;
    });
  };
}

/** Asks for so many passages at once at most, and goes on with the rest when these are answered. */
const mostAtOnce = 200;

/**
 * A judge that answers with what it has been told and asks for the rest: `onAnswer` says that it knows more now. A passage that has not
 * changed is never asked for twice; one that could not be answered (the background was just restarting) is asked for again with the next page.
 */
export function judgeElsewhere(
  ask: (passages: Passage[]) => Promise<ClaimMatch[][] | null>,
  onAnswer: () => void,
): ClaimJudge {
  let known = new Map<string, ClaimMatch[]>();
  let page: readonly (Passage | null)[] = [];
  let isAsking = false;

  async function askForAll(): Promise<void> {
    isAsking = true;
    let answered = 0;
    for (let passages = open(); passages.length > 0; passages = open()) {
      const answers = await ask(passages);
      if (answers?.length !== passages.length) break;
      passages.forEach((passage, index) => {
        const key = keyOf(passage);
        if (!known.has(key)) known.set(key, answers[index]!);
      });
      // What it shows costs the page a painting: the first marks come soon, all others together
      if (answered++ === 0) onAnswer();
    }
    isAsking = false;
    if (answered > 1) onAnswer();
  }

  /** The first passages of the page of which nothing is known. */
  function open(): Passage[] {
    const passages: Passage[] = [];
    for (const [index, passage] of page.entries()) {
      if (!passage || known.has(keyOf(passage))) continue;
      // What stands before may be what this passage answers
      const previous = page[index - 1];
      if (previous && passages.at(-1) !== previous) passages.push(previous);
      passages.push(passage);
      if (passages.length >= mostAtOnce) break;
    }
    return passages;
  }

  return (passages) => {
    page = passages;
    // Of what is no longer on the page nothing is kept
    const before = known;
    known = new Map();
    const matches = passages.map((passage) => {
      const told = passage && before.get(keyOf(passage));
      if (told) known.set(keyOf(passage), told);
      return told ?? [];
    });
    if (!isAsking) void askForAll();
    return matches;
  };
}

const keys = new WeakMap<Passage, string>();

/** Ids and numbers hold no line break, so no two passages have the same. JSON would take twice as long. */
function keyOf(passage: Passage): string {
  let key = keys.get(passage);
  if (key === undefined) {
    const { text, mentions, before } = passage;
    keys.set(
      passage,
      (key = `${before.join()}\n${mentions.map(({ start, end, entity }) => [start, end, entity]).join()}\n${text}`),
    );
  }
  return key;
}
