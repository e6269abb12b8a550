/** What Bridle weighs: bytes, memory, layout, the start of the gate. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzippedBytes, SCRIPTS } from '../../scripts/script-sizes.ts';
import { metrics, root } from '../browser.ts';
import { median } from '../statistics.ts';
import type { Row } from '../table.ts';
import { NOT_BUILT, type Setting } from './setting.ts';

export async function layout({ bench, rounds, pages }: Setting): Promise<Row[]> {
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
      goal: ['<=', 0.3],
      note: 'most is the highlights’ own first style',
    },
  ];
}

export async function heap({ bench, pages }: Setting): Promise<Row[]> {
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
      goal: ['<=', 0.5],
      note: 'the script’s own text is not in it',
    },
  ];
}

export async function gateStart({ bench, rounds }: Setting): Promise<Row[]> {
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

export async function sizes(): Promise<Row[]> {
  return SCRIPTS.map(({ what, file, budget }) => ({
    what: `${what}, gzipped`,
    value: gzippedBytes(file) === undefined ? null : gzippedBytes(file)! / 1000,
    unit: 'kB',
    goal: ['<=', budget / 1000],
  }));
}
