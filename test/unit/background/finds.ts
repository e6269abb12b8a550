/** Finds of an engine, made up. */
import type { ClaimMatch, Mention } from '../../../matching/model.ts';

export const mention = (start: number, end: number, more: Partial<Mention> = {}): Mention => ({
  start,
  end,
  text: 'NSO',
  entity: 'nso-group',
  alias: 'NSO',
  distance: 0,
  cues: [],
  confidence: 0.9,
  doubtful: false,
  ...more,
});

export const match = (start: number, end: number, claim: string, confidence = 0.8): ClaimMatch => ({
  start,
  end,
  text: 'A sentence.',
  claim,
  stance: 'restates',
  confidence,
  stanceConfidence: 1,
});
