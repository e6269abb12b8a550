/** What Bridle costs pages that are very long, and pages that change. */
import { metrics } from '../browser.ts';
import { makePage } from '../pages.ts';
import { median } from '../statistics.ts';
import type { Row } from '../table.ts';
import type { Setting } from './setting.ts';

export async function largePage({ bench, rounds }: Setting): Promise<Row[]> {
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
    { what: '5 MB page: longest task', value: median(longest), unit: 'ms', goal: ['<=', 10] },
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
      goal: ['<=', 1],
      note: `longest gap ${median(gaps).toFixed(0)} ms`,
    },
  ];
}

export async function edits({ bench, rounds }: Setting): Promise<Row[]> {
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
      goal: ['<=', 1.3],
      note: `${marks} marks, ${median(withMarks).toFixed(2)} / ${median(without).toFixed(2)} ms`,
    },
  ];
}

export async function growing({ bench, rounds, pages }: Setting): Promise<Row[]> {
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
      goal: ['<=', 1.5],
      note: `${median(extra).toFixed(1)} ms a second more than ${median(base).toFixed(0)}; two paragraphs in five speak of the affair`,
    },
  ];
}
