import type { Settings } from './settings-values.ts';

/** What a page shows until it is told the reader's choices. In a file of its own, which is all that a page's script needs of the settings. */
export const DEFAULT_LOOKS: Pick<Settings, 'dwellMs' | 'cardKey' | 'density' | 'markStyle' | 'sentences' | 'ticks'> = {
  dwellMs: 300,
  cardKey: 'none',
  density: 'every',
  markStyle: 'dotted',
  sentences: 'contested',
  ticks: false,
};
