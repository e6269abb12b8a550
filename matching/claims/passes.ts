/** The two passes of a judgement as features: a sentence by itself, and then with what was found in the sentences before it. */
import { FEATURES } from './pair-features.ts';

/** What the second pass asks besides `FEATURES`; log odds of the first pass. */
export const CONTEXT_FEATURES = [
  'first',
  'firstMargin',
  'before1',
  'before2',
  'before3',
  'beforeOther',
  'beforeLeads',
] as const;

export const SECOND_FEATURES = [...FEATURES, ...CONTEXT_FEATURES] as const;

/** Log odds of the first pass, by claim; the candidates only. */
export type FirstPass = ReadonlyMap<number, number>;

/** Under these log odds a claim is out after the first pass. */
export const leastFirst = -5;
const limit = 8;

/**
 * Writes them behind the `FEATURES` of a row.
 * @param before first passes of the three sentences before, the nearest first; undefined where there is none
 * @param isCompanion whether the other claim is no rival of the first
 */
export function writePasses(
  claim: number,
  own: FirstPass,
  before: readonly (FirstPass | undefined)[],
  isCompanion: (claim: number, other: number) => boolean,
  row: Float64Array,
): void {
  const first = own.get(claim) ?? -limit;
  const earlier = [0, 1, 2].map((at) => before[at]?.get(claim) ?? -limit);
  const beforeOther = Math.max(-limit, ...before.slice(0, 3).map((pass) => bestOther(pass, claim, isCompanion)));
  const values = [
    first,
    first - bestOther(own, claim, isCompanion),
    ...earlier,
    beforeOther,
    Math.max(...earlier) > beforeOther ? 1 : 0,
  ];
  for (const [at, value] of values.entries()) row[FEATURES.length + at] = Math.max(-limit, Math.min(limit, value));
}

function bestOther(
  pass: FirstPass | undefined,
  claim: number,
  isCompanion: (claim: number, other: number) => boolean,
): number {
  let best = -limit;
  for (const [other, value] of pass ?? [])
    if (other !== claim && value > best && !isCompanion(claim, other)) best = value;
  return best;
}
