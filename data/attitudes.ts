/**
 * How a claimant stands to what is claimed. To add one, add a row here and its message (`common_attitude_ATTITUDE`).
 */
export const ATTITUDES = {
  states: { isDenial: false },
  denies: { isDenial: true },
  alleges: { isDenial: false },
  estimates: { isDenial: false },
  rules: { isDenial: false },
  commits: { isDenial: false },
  retracts: { isDenial: true },
  'declines-to-say': { isDenial: true },
} as const satisfies Record<string, { /** A denial, a withdrawal or a refusal to say. */ isDenial: boolean }>;

export type Attitude = keyof typeof ATTITUDES;

export const ATTITUDE_NAMES = Object.keys(ATTITUDES) as [Attitude, ...Attitude[]];
