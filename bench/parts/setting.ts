import type { Bench } from '../browser.ts';

/** What every part of the bench is given. */
export interface Setting {
  bench: Bench;
  rounds: number;
  /** Markup by name: pages that do not speak of the affair, and pages that do. */
  pages: { plain: Record<string, string>; affair: Record<string, string> };
}

export const NOT_BUILT = 'run `npm run build` first';
