/** What the matching returns. Offsets are UTF-16 code units into the text that was given. */

/** A span of text that was linked to an entity, and why. */
export interface Mention {
  start: number;
  end: number;
  /** The span as written. */
  text: string;
  /** Entity id. */
  entity: string;
  /** The alias that it was read as. */
  alias: string;
  /** Edits between the alias and what is written, after folding; 0 for an exact form. */
  distance: number;
  /** The words that spoke for the link. */
  cues: string[];
  /** 0 to 1. */
  confidence: number;
  /** Shown as doubtful: the reader is told so, and why. */
  doubtful: boolean;
}

export type Stance = 'restates' | 'disputes';

/** A sentence that speaks of a claim. */
export interface ClaimMatch {
  start: number;
  end: number;
  text: string;
  /** Claim id. */
  claim: string;
  /** `related` where claim or stance is likely, but not sure: for lists such as the panel's, never a mark, never "repeats". */
  stance: Stance | 'related';
  /** That the sentence speaks of the claim: 0 to 1. */
  confidence: number;
  /** That it takes this stance (for `related`: the likelier of the two), given that it speaks of the claim: 0 to 1. */
  stanceConfidence: number;
}

/** A claim match that is sure enough to be marked. */
export interface StatedMatch extends ClaimMatch {
  stance: Stance;
}

export function isStated(match: ClaimMatch): match is StatedMatch {
  return match.stance !== 'related';
}

/** What was found in one block of text, in reading order. */
export interface Annotation {
  mentions: Mention[];
  matches: ClaimMatch[];
}

/**
 * A block that was scanned: its candidates and the evidence for its topic, without a verdict. Scanning costs time for each character
 * and knows nothing of other blocks; linking is cheap and weighs all blocks of a page together.
 */
export interface ScannedBlock {
  readonly text: string;
}

export interface Engine {
  scan(text: string): ScannedBlock;
  /**
   * Returns one annotation for each block, in the same order, in steps between which a caller can pause. `blocks` are all blocks of the page,
   * in reading order. Claims are nearly all of the work: who has too much text for them asks for names alone.
   */
  link(blocks: readonly ScannedBlock[], withClaims?: boolean): Generator<undefined, Annotation[]>;
}
