import type { Mention } from '../model.ts';

/** A block of a page of the affair, as claims are matched in it. */
export interface Passage {
  text: string;
  mentions: Pick<Mention, 'start' | 'end' | 'entity'>[];
  /** Entities named in the block before. */
  before: string[];
}
