/** What a page's script and the background say to each other about the page. Plain data: it is copied as JSON. */
import type { CardView } from '../presentation/card-view.ts';
import type { Language } from '../data/facts.ts';
import type { CardKey, Density, MarkStyle, SentenceChoice } from './settings-values.ts';

/**
 * How the list of the page's blocks has changed: one splice, as of an array. The background keeps the list and numbers the texts as they
 * come, from 1.
 */
export interface BlocksUpdate {
  /** Counts the updates. 0 begins anew; any other is understood only by a background that has had all before it. */
  revision: number;
  at: number;
  remove: number;
  /** Texts that are new, and the numbers of blocks that were moved. */
  insert: (string | number)[];
  /** Another part of the same change follows; what is to be marked is answered to the last part alone. */
  more: boolean;
}

/** What is to be marked, as far as it has changed since the last answer. */
export interface MarksUpdate {
  choices: PageChoices;
  /** What marks stand for, in the order in which marks count them from 0; those told before are not told again. */
  targets: TargetEntry[];
  /** The blocks whose marks have changed, in reading order: the block's number, then four numbers for each mark. */
  blocks: number[][];
}

/**
 * `subject` is the same number for all mentions of an entity, or for all sentences that raise the same contradiction; -1 where
 * nothing is contested. `key` is handed back as it is, to ask for the card.
 */
export type TargetEntry = [subject: number, key: string];

/** Why there is no answer: the background does not know this frame (any more), or it has too much of it to do. */
export type NoMarks = 'unknown' | 'busy';

/** The order of the four numbers: where the mark starts and ends in the block's text, the number of its kind, that of its target. */
export const numbersPerMark = 4;
/** A name, a name that may mean another; a sentence that raises a contradiction, and one that takes up any other claim. */
export const MARK_KINDS = ['mention', 'doubtful', 'contested', 'claim'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

export const isSentence = (kind: MarkKind): boolean => kind === 'contested' || kind === 'claim';

/** What the reader chose about marks and cards. */
export interface PageChoices {
  /** How long the pointer rests on a mark before its card opens. */
  dwellMs: number;
  /** Which key is held while cards open on hover. */
  cardKey: CardKey;
  density: Density;
  markStyle: MarkStyle;
  sentences: SentenceChoice;
  /** Whether ticks at the page's edge show where contested sentences are. */
  ticks: boolean;
  /** The reader has hidden all marks in this tab. */
  isHidden: boolean;
}

export interface CardRequest {
  /** Of a mark, or of an entity (`entityTarget`). */
  target: string;
  /** The language of the words that the page has already. */
  words: Language | null;
}

/** What the card of a name in another card is asked for by. */
export const entityTarget = (entity: string): string => JSON.stringify({ entity });

/** All that a card shows. */
export interface CardContent {
  model: CardView;
  language: Language;
  /** The card's own words, where the page does not have them in this language. */
  words: Record<string, string> | null;
  /** The alias that "wrong match" offers to mute; null for a sentence, of which the claim is muted. */
  alias: string | null;
  /** How the record that the card is of is cited; null where there is none. */
  citation: string | null;
  /** What the reader can send where the card is wrong; the page's address follows it. */
  report: string;
}

/** Longer runs of text are cut into several blocks. In UTF-16 code units. */
export const longestBlock = 32_768;

/** Names a mark of a page for a jump: blocks have their numbers from the same list on both sides. */
export function placeNumber(block: number, start: number, kind: MarkKind): number {
  return (block * longestBlock + start) * 2 + (isSentence(kind) ? 1 : 0);
}
