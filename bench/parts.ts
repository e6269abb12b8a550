/** The parts of the report, by name. Each gives rows. */
import { articleInBackground, manyAliases } from './parts/background.ts';
import { hover } from './parts/cards.ts';
import { edits, growing, largePage } from './parts/changing-pages.ts';
import { engineReady, hoverAfterKill, manyTabs, yesToMarks } from './parts/extension.ts';
import { gateStart, heap, layout, sizes } from './parts/footprint.ts';
import { affairPages, gateOnPages } from './parts/page-cost.ts';
import { keys, manyClaims } from './parts/search.ts';
import type { Setting } from './parts/setting.ts';
import type { Row } from './table.ts';

export const PARTS: Record<string, (setting: Setting) => Promise<Row[]>> = {
  'page without the affair': gateOnPages,
  'affair page and peers': affairPages,
  'large page': largePage,
  'edits after marks': edits,
  'growing page': growing,
  'from the yes to the marks': yesToMarks,
  'engine ready': engineReady,
  'article in the background': articleInBackground,
  'many tabs': manyTabs,
  'card on hover': hover,
  'hover after a kill': hoverAfterKill,
  'cost to the layout': layout,
  heap,
  'keys in the popup': keys,
  'gate start': gateStart,
  sizes,
  'many aliases': manyAliases,
  'many claims': manyClaims,
};
