import { boundsOf, compareDates } from '../dates.ts';

/** Earlier first. What is only known to have been said *until* a day stands at that day, not before everything else. */
export function byDate(a: string, b: string): number {
  return momentOf(a) - momentOf(b) || compareDates(a, b);
}

function momentOf(edtf: string): number {
  const { from, to } = boundsOf(edtf);
  return from === -Infinity ? to : from;
}
