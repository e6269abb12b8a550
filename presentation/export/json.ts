import type { Facts } from '../../data/facts.ts';

/** The records as the fact base holds them, indented, in the order that `facts export` has too. */
export function toJson({ sources, entities, claims, relations }: Facts): string {
  return `${JSON.stringify({ sources, entities, claims, relations }, null, 2)}\n`;
}
