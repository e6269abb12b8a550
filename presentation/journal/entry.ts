/** What the journal keeps of a contested statement that the reader met on a page. Never the page's text. */
import type { Facts } from '../../data/facts.ts';
import { isContesting, type ContestKind } from '../../data/relation-kinds.ts';
import type { Stance } from '../../matching/model.ts';
import { contestsOf } from '../contested.ts';
import type { HeldByFrame } from '../dossier.ts';

/** There is one for each claim, page and day. */
export interface JournalEntry extends Met {
  /** When it was first met on that day: ISO 8601, UTC. */
  at: string;
  /** Of the page, with its query, without the part behind `#`. */
  address: string;
  /** Of the page; empty where it has none. */
  title: string;
}

export interface Met {
  /** Claim id. */
  claim: string;
  /** What the page does with the claim. */
  stance: Stance;
  /** How the claim was contested when it was met, the gravest first; none where the page alone disputes it. */
  kinds: ContestKind[];
}

/**
 * The contested statements of a page, each once, as the page first takes them up.
 * @param frames of the page. What a frame of another site says is not the page's, and is left out
 */
export function metIn(
  frames: readonly Pick<HeldByFrame, 'origin' | 'dossier'>[],
  facts: Pick<Facts, 'relations'>,
): Met[] {
  const own = frames.filter(({ origin }) => origin === undefined);
  const met = new Map<string, Met>();
  for (const { claim, stance } of own.flatMap(({ dossier }) => dossier.matches)) {
    const kinds = [...new Set(contestsOf(facts, claim).map(({ kind }) => kind))].filter(isContesting);
    if (kinds.length === 0 && stance !== 'disputes') continue;
    if (!met.has(claim)) met.set(claim, { claim, stance, kinds });
  }
  return [...met.values()];
}
