/** What no model may overrule. */
import type { ClaimProfile, SentenceProfile } from './profile.ts';

/**
 * Whether a sentence can restate a claim at all. A claim that says no ("Pegasus was not used …") is restated only by a sentence that says no in
 * some word; a sentence that says "it is not true that" restates nothing; and a sentence that gives other figures for what the claim counts restates nothing.
 */
export function mayRestate(sentence: SentenceProfile, claim: ClaimProfile): boolean {
  const { cues, figures } = sentence;
  if (cues.disavowal > 0) return false;
  if (claim.negative && cues.negation + cues.denial + cues.correction + cues.refusal === 0) return false;
  if (claim.figures.length === 0 || figures.size === 0) return true;
  if (!claim.figures.some((figure) => figures.has(figure))) return false;
  // "Not nine but five" names the claim's figure, and another in its place
  const isReplaced = cues.negation > 0 && [...figures].some((figure) => !claim.figures.includes(figure));
  return claim.negative || !isReplaced;
}

/** Whether it says in so many words that something is not true: then what the models take for a dispute is one. */
export function disavows({ cues }: SentenceProfile): boolean {
  return cues.disavowal > 0;
}

/**
 * Whether it tells what a denial denies without any word that says no: "reporters were spied on", "Amnesty accuses the firm of it". Then it
 * disputes the denial, whatever the models make of the stance.
 */
export function tellsTheContrary({ cues }: SentenceProfile, claim: ClaimProfile): boolean {
  const no = cues.negation + cues.denial + cues.correction + cues.refusal + cues.disavowal;
  return claim.negative && claim.denies && no === 0;
}

/**
 * Whether a sentence can dispute a claim at all. "The company denies that Pegasus was used …" says again what a claim that says no
 * says: one word of denial, and nothing else that says no, is the denial itself and no answer to it.
 */
export function mayDispute({ cues }: SentenceProfile, claim: ClaimProfile): boolean {
  const isBareDenial = cues.denial === 1 && cues.negation + cues.correction + cues.disavowal === 0;
  return !(claim.negative && isBareDenial);
}
