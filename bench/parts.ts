/** The rows of the report, by what has to be set up for them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DEFAULT_SETTINGS } from '../platform/settings-values.ts';
import { bothBrowsers } from '../scripts/browsers.ts';
import { openChromium } from '../scripts/chromium.ts';
import { timeKeys } from '../scripts/latency.ts';
import { bringPeers, metrics, root } from './browser.ts';
import type { Bench } from './browser.ts';
import { makePage } from './pages.ts';
import { median, medianRatio, quantile } from './statistics.ts';
import type { Row } from './table.ts';

export interface Setting {
  bench: Bench;
  rounds: number;
  pages: { plain: Record<string, string>; affair: Record<string, string> };
}

const NOT_BUILT = 'run `npm run build` first';
/** Names, words, both in one, and slips. */
const QUERIES = [
  'asselborn entities',
  'pegasus journalists',
  'export licence',
  'gantz parly',
  'nso clients terrorism',
  'Assleborn',
];
const PEERS = ['mark.js', 'advanced-mark', 'findAndReplaceDOMText'] as const;

export const PARTS: Record<string, (setting: Setting) => Promise<Row[]>> = {
  'page without the affair': gateOnPages,
  'affair page and peers': affairPages,
  'large page': largePage,
  'edits after marks': edits,
  'growing page': growing,
  'card on hover': hover,
  'cost to the layout': layout,
  heap: heap,
  'keys in the popup': keys,
  'gate start': gateStart,
  sizes: sizes,
  'many aliases': manyAliases,
  'many claims': manyClaims,
};

async function gateOnPages({ bench, rounds, pages }: Setting): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [name, html] of Object.entries(pages.plain)) {
    const [cold, times] = await bench.inPage(html, (page) =>
      page.evaluate(
        async (count) => [await pageBench.gate(), await pageBench.inTurn(['pass', 'gate'], count, 10)] as const,
        rounds * 4,
      ),
    );
    if (cold.opened) throw new Error(`The gate opens on ${name}`);
    rows.push({
      what: `gate / one pass, ${name}`,
      value: medianRatio(times.gate, times.pass),
      unit: '',
      goal: ['<=', 0.8],
      note: `${cold.ms.toFixed(2)} ms at the first run, cold`,
    });
  }
  return rows;
}

async function affairPages({ bench, rounds, pages }: Setting): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [name, html] of Object.entries(pages.affair)) {
    const { cost, cold, times, beside } = await bench.inPage(html, async (page) => {
      await bringPeers(page);
      return page.evaluate(
        async ([peers, count]) => {
          const first = await pageBench.annotate();
          const cost = await pageBench.backgroundCost();
          pageBench.stop();
          return {
            cost,
            cold: first,
            times: await pageBench.inTurn(['pass', 'Bridle'], count * 4, 10),
            // Some of them take seconds
            beside: await pageBench.inTurn(['Bridle', ...peers], 3, 1),
          };
        },
        [PEERS, rounds] as const,
      );
    });
    if (cold.claims === 0) throw new Error(`${name}: no claim was matched, so that not all was measured`);
    const spent = `${median(times.Bridle).toFixed(1)} of ${median(times.pass).toFixed(2)} ms, ${cold.marks} marks`;
    const first = `first run, cold: ${cold.ms.toFixed(0)} ms; background ${cost.marksMs.toFixed(0)} and ${cost.engineMs.toFixed(0)} for the engine`;
    rows.push({
      what: `complete / one pass, ${name}`,
      value: medianRatio(times.Bridle, times.pass),
      unit: '',
      goal: ['<=', name === 'own article' ? 2 : 1.3],
      note: `${spent}; ${first}`,
    });
    const goals = { 'mark.js': 200, 'advanced-mark': 8, findAndReplaceDOMText: 1.2 };
    for (const peer of PEERS) {
      rows.push({
        what: `${peer} / Bridle, ${name}`,
        value: beside[peer].some(Number.isNaN) ? null : medianRatio(beside[peer], beside.Bridle),
        unit: '',
        goal: ['>=', goals[peer]],
        note: `${median(beside[peer]).toFixed(1)} ms`,
      });
    }
  }
  return rows;
}

async function largePage({ bench, rounds }: Setting): Promise<Row[]> {
  const html = makePage({ characters: 5_000_000, affair: 0.02 });
  const longest: number[] = [];
  const gaps: number[] = [];
  const ratios: number[] = [];
  const totals: number[] = [];
  const passes: number[] = [];
  for (let round = 0; round < rounds + 2; round++) {
    const sliced = await bench.inPage(html, async (page) => {
      passes.push(await page.evaluate(() => pageBench.pass()));
      return page.evaluate(() => pageBench.annotate());
    });
    const whole = await bench.inPage(html, (page) => page.evaluate(() => pageBench.annotate({ sliced: false })));
    longest.push(sliced.longestMs);
    gaps.push(sliced.longestGapMs);
    totals.push(sliced.ms);
    ratios.push(sliced.ms / whole.ms);
  }
  return [
    { what: '5 MB page: longest task', value: median(longest), unit: 'ms', goal: ['<=', 16] },
    {
      what: '5 MB page: sliced / at once',
      value: median(ratios),
      unit: '',
      goal: ['<=', 1.1],
      note: `${median(totals).toFixed(0)} ms`,
    },
    { what: '5 MB page: complete / one pass', value: median(totals) / median(passes), unit: '' },
    {
      what: '5 MB page: frames late',
      value: Math.max(0, median(gaps) / (1000 / 60) - 1),
      unit: 'frames',
      goal: ['<=', 2],
      note: `longest gap ${median(gaps).toFixed(0)} ms`,
    },
  ];
}

async function edits({ bench, rounds }: Setting): Promise<Row[]> {
  const html = makePage({ characters: 250_000, affair: 0.7 });
  const withMarks: number[] = [];
  const without: number[] = [];
  let marks = 0;
  for (let round = 0; round < rounds * 3; round++) {
    without.push(await bench.inPage(html, (page) => page.evaluate(() => pageBench.edit(3000))));
    withMarks.push(
      await bench.inPage(html, async (page) => {
        ({ marks } = await page.evaluate(() => pageBench.annotate()));
        return page.evaluate(() => pageBench.edit(3000));
      }),
    );
  }
  const value = median(withMarks) / median(without);
  return [
    {
      what: '3,000 edits by the page after marks / without Bridle',
      value,
      unit: '',
      goal: ['<=', 1.5],
      note: `${marks} marks, ${median(withMarks).toFixed(2)} / ${median(without).toFixed(2)} ms`,
    },
  ];
}

async function growing({ bench, rounds, pages }: Setting): Promise<Row[]> {
  const seconds = 4;
  const cost = (html: string, kind: 'observer' | 'annotator' | 'gate') =>
    bench.inPage(html, async (page, cdp) => {
      if (kind === 'annotator') await page.evaluate(() => pageBench.annotate());
      else if (kind === 'gate') await page.evaluate(() => pageBench.gate());
      else await page.evaluate(() => pageBench.observeOnly());
      const before = await metrics(cdp);
      await page.evaluate((forMs) => pageBench.grow(200, forMs), seconds * 1000);
      return (await metrics(cdp)).TaskDuration - before.TaskDuration;
    });
  const ratios: number[] = [];
  const extra: number[] = [];
  const base: number[] = [];
  for (let round = 0; round < Math.min(rounds, 3); round++) {
    const alone = await cost(pages.affair['own article']!, 'observer');
    const annotated = await cost(pages.affair['own article']!, 'annotator');
    ratios.push(annotated / alone);
    extra.push(((annotated - alone) * 1000) / seconds);
    base.push((alone * 1000) / seconds);
  }
  return [
    {
      what: '200 paragraphs a second: main thread / with an empty observer',
      value: median(ratios),
      unit: '',
      goal: ['<=', 1.05],
      note: `${median(extra).toFixed(1)} ms a second more than ${median(base).toFixed(0)}; two paragraphs in five speak of the affair`,
    },
  ];
}

async function hover({ bench, pages }: Setting): Promise<Row[]> {
  const times = await bench.inPage(pages.affair['own long page']!, async (page) => {
    await page.evaluate((dwellMs) => pageBench.annotate({ dwellMs }), DEFAULT_SETTINGS.dwellMs);
    const taken: number[] = [];
    for (let index = 0; index < 100; index++) {
      const place = await page.evaluate((at) => pageBench.place(at), index * 3);
      if (!place) break;
      await page.mouse.move(2, 2);
      await page.waitForTimeout(500);
      await page.evaluate((dwellMs) => pageBench.watchHover(dwellMs), DEFAULT_SETTINGS.dwellMs);
      await page.mouse.move(place.x, place.y);
      taken.push(await page.evaluate(() => pageBench.hoverMs()));
    }
    return taken.filter((ms) => !Number.isNaN(ms));
  });
  return [
    {
      what: 'hover, after the dwell, to the painted card, p95',
      value: times.length > 0 ? quantile(times, 0.95) : null,
      unit: 'ms',
      goal: ['<=', 32],
      note: `${times.length} hovers, median ${median(times).toFixed(1)} ms`,
    },
  ];
}

async function layout({ bench, rounds, pages }: Setting): Promise<Row[]> {
  const cost = (marked: boolean) =>
    bench.inPage(pages.affair['own long page']!, async (page, cdp) => {
      const before = await metrics(cdp);
      await page.evaluate(() => {
        const shifts = globalThis as unknown as { shift: number };
        shifts.shift = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) shifts.shift += (entry as unknown as { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: false });
      });
      if (marked) await page.evaluate(() => pageBench.annotate());
      else await page.waitForTimeout(600);
      const after = await metrics(cdp);
      const shift = await page.evaluate(() => (globalThis as unknown as { shift: number }).shift);
      return {
        ms:
          (after.LayoutDuration + after.RecalcStyleDuration - before.LayoutDuration - before.RecalcStyleDuration) *
          1000,
        shift,
      };
    });
  const extra: number[] = [];
  let shift = 0;
  for (let round = 0; round < rounds; round++) {
    const without = await cost(false);
    const marked = await cost(true);
    extra.push(marked.ms - without.ms);
    shift = Math.max(shift, marked.shift);
  }
  return [
    { what: 'layout shift caused', value: shift, unit: '', goal: ['<=', 0] },
    {
      what: 'layout and style time caused, long page',
      value: median(extra),
      unit: 'ms',
      note: 'goal 0; most is the highlights’ own first style',
    },
  ];
}

async function heap({ bench, pages }: Setting): Promise<Row[]> {
  const megabytes = await bench.inPage(pages.affair['own article']!, async (page, cdp) => {
    const used = async () => {
      await cdp.send('HeapProfiler.collectGarbage');
      await cdp.send('HeapProfiler.collectGarbage');
      return (await cdp.send('Runtime.getHeapUsage')).usedSize;
    };
    const before = await used();
    await page.evaluate(() => pageBench.annotate());
    return ((await used()) - before) / 1e6;
  });
  return [
    {
      what: 'heap added on an affair page',
      value: megabytes,
      unit: 'MB',
      goal: ['<=', 3],
      note: 'engine and marks; the script’s own text is not in it',
    },
  ];
}

async function keys(): Promise<Row[]> {
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

async function gateStart({ bench, rounds }: Setting): Promise<Row[]> {
  const file = join(root, '.output/chrome-mv3/gate.js');
  if (!existsSync(file))
    return [{ what: 'gate: compile and run', value: null, unit: 'ms', goal: ['<=', 1], note: NOT_BUILT }];
  const code = readFileSync(file, 'utf8');
  const insert = (text: string) =>
    bench.inPage('<!doctype html><p>Nothing', (page) =>
      page.evaluate((given) => {
        const listeners = { addListener: () => undefined, removeListener: () => undefined };
        Object.assign(globalThis, {
          chrome: { runtime: { id: 'x', onMessage: listeners, sendMessage: () => Promise.resolve() } },
        });
        const script = document.createElement('script');
        // The browser keeps what it has compiled, by its text.
        script.textContent = `${given}\n// ${Math.random()}`;
        const from = performance.now();
        document.head.append(script);
        return performance.now() - from;
      }, text),
    );
  const times: number[] = [];
  const emptyTimes: number[] = [];
  for (let round = 0; round < rounds * 3; round++) {
    emptyTimes.push(await insert(`/*${'x'.repeat(code.length - 4)}*/`));
    times.push(await insert(code));
  }
  const note = `${median(times).toFixed(2)} ms to put it into a page, less ${median(emptyTimes).toFixed(2)} for a comment of its length`;
  return [
    { what: 'gate: compile and run', value: median(times) - median(emptyTimes), unit: 'ms', goal: ['<=', 1], note },
  ];
}

async function sizes(): Promise<Row[]> {
  const folder = join(root, '.output/chrome-mv3');
  const size = (file: string): number | null =>
    existsSync(join(folder, file)) ? gzipSync(readFileSync(join(folder, file)), { level: 9 }).length / 1000 : null;
  const cards = existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => /^card-[a-z]+\.js$/.test(file))
        .map((file) => size(file)!)
    : [];
  const annotator = size('annotator.js');
  return [
    { what: 'gate, gzipped', value: size('gate.js'), unit: 'kB', goal: ['<=', 4] },
    {
      what: 'annotator with card and facts, gzipped',
      value: annotator === null ? null : annotator + Math.max(...cards),
      unit: 'kB',
      goal: ['<=', 60],
    },
  ];
}

async function manyAliases({ bench, rounds }: Setting): Promise<Row[]> {
  const html = makePage({ characters: 1_000_000, affair: 0.02 });
  const ratios: number[] = [];
  const per: number[] = [];
  for (let round = 0; round < Math.min(rounds, 3); round++) {
    const few = await bench.inPage(html, (page) => page.evaluate(() => pageBench.scan(0)));
    const many = await bench.inPage(html, (page) => page.evaluate(() => pageBench.scan(100_000)));
    ratios.push(many / few);
    per.push(few);
  }
  return [
    {
      what: 'scan per character, 100,000 aliases more / the bundled ones',
      value: median(ratios),
      unit: '',
      goal: ['<=', 2],
      note: `${median(per).toFixed(1)} ns with the bundled ones`,
    },
  ];
}

async function manyClaims({ bench }: Setting): Promise<Row[]> {
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
