/**
 * Where claims are matched: the engine names the mentions, and hands the page's passages to a judge. On the command line the judge sits in the
 * same program; for a page it sits in the background, so that no page carries the concepts or waits for them.
 */
import type { ClaimMatcher } from './claim-matcher.ts';
import type { ClaimMatch, Mention } from './model.ts';

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

/** Asks for so many passages at once at most; the rest is asked for when these are answered. */
const mostAtOnce = 200;

/**
 * A judge that answers with what it has been told and asks for the rest: `onAnswer` says that it knows more now. A passage that has not
 * changed is never asked for twice; one that could not be answered (the background was just restarting) is asked for again with the next page.
 */
export function judgeElsewhere(ask: (passages: Passage[]) => Promise<ClaimMatch[][] | null>, onAnswer: () => void): ClaimJudge {
  const known = new Map<string, ClaimMatch[]>();
  let asking = false;

  async function askFor(passages: Passage[]): Promise<void> {
    asking = true;
    const answers = await ask(passages);
    asking = false;
    if (answers?.length !== passages.length) return;
    passages.forEach((passage, index) => known.set(keyOf(passage), answers[index]!));
    onAnswer();
  }

  return (passages) => {
    const held = new Set<string>();
    const open: Passage[] = [];
    const matches = passages.map((passage, index) => {
      if (!passage) return [];
      const key = keyOf(passage);
      held.add(key);
      const told = known.get(key);
      if (told) return told;
      if (open.length < mostAtOnce) {
        // What stands before may be what this passage answers
        const previous = passages[index - 1];
        if (previous && open.at(-1) !== previous) open.push(previous);
        open.push(passage);
      }
      return [];
    });
    for (const key of known.keys()) if (!held.has(key)) known.delete(key);
    if (open.length > 0 && !asking) void askFor(open);
    return matches;
  };
}

const keys = new WeakMap<Passage, string>();

/** Ids hold no line break, so no two passages have the same. JSON would take three times as long. */
function keyOf(passage: Passage): string {
  let key = keys.get(passage);
  if (key === undefined) {
    key = `${passage.before.join()}\n`;
    for (const { start, end, entity } of passage.mentions) key += `${start},${end},${entity};`;
    keys.set(passage, (key += `\n${passage.text}`));
  }
  return key;
}
