import type { Facts } from '../data/facts.ts';
import { compareDates } from './dates.ts';

/** How many reports the fact base is made from, and the months of the first and the last of them (EDTF). */
export function reachOf({ sources }: Pick<Facts, 'sources'>): { reports: number; from: string; to: string } {
  const months = sources.map(({ published }) => published.slice(0, 'YYYY-MM'.length)).toSorted(compareDates);
  return { reports: sources.length, from: months[0] ?? '', to: months.at(-1) ?? '' };
}
