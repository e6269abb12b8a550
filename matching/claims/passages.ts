import type { Mention } from '../model.ts';

/** A block of a page of the affair, as claims are matched in it. */
export interface Passage {
  text: string;
  mentions: Pick<Mention, 'start' | 'end' | 'entity'>[];
  /** Up to three blocks before it, in reading order: what this one answers, and who was named. */
  before: Pick<Passage, 'text' | 'mentions'>[];
}
