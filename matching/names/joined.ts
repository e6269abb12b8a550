import { foldText } from '../../data/fold.ts';
import type { FormTable } from './form-table.ts';
import { FIRST_CAPITAL } from '../tokens.ts';
import type { Tokens } from '../tokens.ts';

/** Where a word may begin within letters: a capital after a small letter or a digit, and before small letters after capitals. */
const seams = /(?<=[\p{Ll}\p{Nd}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu;

/**
 * Where words of neighbouring elements that stand without white space between them are to be parted: `AffäreJean Asselborn`,
 * `NSO GroupPegasus`, `2021Pegasus`. Only beside a word of a name: `WhatsApp` and `iPhone` stay whole.
 */
export function cutsOf({ text, count, starts, ends, cases }: Tokens, table: FormTable): ReadonlySet<number> {
  const cuts = new Set<number>();
  for (let i = 0; i < count; i++) {
    const capitals = cases[i]! & ~FIRST_CAPITAL;
    const length = ends[i]! - starts[i]!;
    if (capitals < (cases[i]! & FIRST_CAPITAL ? 2 : 1) || capitals === length || length > longestJoined) continue;
    const word = text.slice(starts[i], ends[i]);
    const folded = foldText(word);
    if (table.find(folded) || table.readings(folded).length > 0) continue;
    for (const { index } of word.matchAll(seams)) {
      if (isName(word.slice(0, index), table) || isName(word.slice(index), table)) cuts.add(starts[i]! + index);
    }
  }
  return cuts;
}

/** Longer runs of letters are no text. */
const longestJoined = 60;
/** Shorter words are those of too many others. */
const shortestName = 3;

function isName(part: string, table: FormTable): boolean {
  // What follows a second seam is a word of its own
  const [first = ''] = part.split(seams);
  return [part, first].some((word) => word.length >= shortestName && table.find(foldText(word)) !== null);
}
