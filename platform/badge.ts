/** On a quiet colour: the page speaks of the affair, and nothing contested was recognised. */
export const QUIET_BADGE = '•';

/** A badge holds about four characters. */
export function badgeText(contested: number): string {
  if (contested === 0) return QUIET_BADGE;
  return contested > 99 ? '99+' : String(contested);
}
