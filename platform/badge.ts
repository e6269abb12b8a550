import type { Dossier } from '../presentation/dossier.ts';

/** How many entities the frames of a page mention, each counted once. */
export function countEntities(dossiers: Dossier[]): number {
  return new Set(dossiers.flatMap(({ mentions }) => mentions.map(({ entity }) => entity))).size;
}

/** A badge holds about four characters; nothing to count shows none. */
export function badgeText(count: number): string {
  if (count === 0) return '';
  return count > 99 ? '99+' : String(count);
}
