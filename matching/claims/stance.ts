/** What no model may overrule. */
import type { Stance } from '../model.ts';
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

/**
 * The stance that the sentence has in so many words, whatever the models make of it; null where they have to decide. Who says that it is not
 * true that something is so disputes it. Who tells what a denial
 * denies without any word that says no ("reporters were spied on", "Amnesty accuses the firm of it") disputes it; who denies it with one
 * word and no other that says no ("the company denied that Pegasus was used …") tells the denial again.
 */
export function saidStance({ cues }: SentenceProfile, { negative, denies }: ClaimProfile): Stance | null {
  if (cues.disavowal > 0) return 'disputes';
  if (!negative || !denies) return null;
  if (isBareDenial(cues)) return 'restates';
  const no = cues.negation + cues.denial + cues.correction + cues.refusal + cues.disavowal;
  return no === 0 ? 'disputes' : null;
}

/** Whether a sentence can dispute a claim at all: who denies what a claim that says no denies answers nothing to it. */
export function mayDispute({ cues }: SentenceProfile, claim: ClaimProfile): boolean {
  return !(claim.negative && isBareDenial(cues));
}

/** One word of denial, and nothing else that says no. */
function isBareDenial({ denial, negation, correction, disavowal }: SentenceProfile['cues']): boolean {
  return denial === 1 && negation + correction + disavowal === 0;
}
