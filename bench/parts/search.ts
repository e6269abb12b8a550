/** How long a reader waits for what they look up. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bothBrowsers } from '../../scripts/browsers.ts';
import { openChromium } from '../../scripts/chromium.ts';
import { timeKeys } from '../../scripts/latency.ts';
import { root } from '../browser.ts';
import { median, quantile } from '../statistics.ts';
import type { Row } from '../table.ts';
import { NOT_BUILT, type Setting } from './setting.ts';

/** Names, words, both in one, and slips. */
const QUERIES = [
  'asselborn entities',
  'pegasus journalists',
  'export licence',
  'gantz parly',
  'nso clients terrorism',
  'Assleborn',
];

export async function keys(): Promise<Row[]> {
  const extension = join(root, '.output/chrome-mv3');
  if (!existsSync(extension))
    return [{ what: 'key to results in the popup, p95', value: null, unit: 'ms', goal: ['<=', 16], note: NOT_BUILT }];
  const session = await openChromium({ program: bothBrowsers().chromium.path, extension });
  try {
    const rows: Row[] = [];
    for (const [name, path, box] of [
      ['popup', 'popup.html', '[role=combobox]'],
      ['explorer', 'facts.html', '.filters input[type=search]'],
    ] as const) {
      const tab = await session.openExtension(path, { width: 800, height: 640 });
      while (!(await tab.evaluate((wanted) => document.querySelector(wanted) !== null, box)))
        await new Promise((settle) => setTimeout(settle, 50));
      // Newly installed, Bridle shows its first page, and who is not in front is drawn once a second.
      await new Promise((settle) => setTimeout(settle, 1500));
      await tab.front();
      const { laidOutMs, paintedMs } = await tab.evaluate(timeKeys, { box, queries: QUERIES });
      const note = `laid out; painted ${quantile(paintedMs, 0.95).toFixed(1)} ms, which waits for the screen`;
      rows.push({
        what: `key to results in the ${name}, p95`,
        value: quantile(laidOutMs, 0.95),
        unit: 'ms',
        goal: ['<=', 16],
        note,
      });
      await tab.close();
    }
    return rows;
  } finally {
    await session.close();
  }
}

export async function manyClaims({ bench }: Setting): Promise<Row[]> {
  const [few, many] = await bench.inPage('<!doctype html><p>Nothing', (page) =>
    page.evaluate(
      (given) => Promise.all([pageBench.search(0, given), pageBench.search(10_000, given)] as const),
      QUERIES,
    ),
  );
  return [
    { what: 'search, per key, p95', value: quantile(few, 0.95), unit: 'ms', goal: ['<=', 16] },
    {
      what: 'search over 10,000 claims, per key, p95',
      value: quantile(many, 0.95),
      unit: 'ms',
      goal: ['<=', 16],
      note: `median ${median(many).toFixed(1)} ms`,
    },
  ];
}
