/** How long a reader waits. The times are printed, not judged: the machine may be busy. */
import { expect, onTestFinished, test } from 'vitest';
import { timeCard, timeKeys } from '../../scripts/latency.ts';
import { readMarks } from '../../scripts/marks.ts';
import { DEFAULT_SETTINGS } from '../../platform/settings-values.ts';
import { becomes, inBothBrowsers, markedNames } from './harness.ts';
import { openFixtures } from './open-fixtures.ts';

const QUERIES = ['asselborn entities', 'pegasus journalists', 'gantz parly', 'Assleborn'];

inBothBrowsers('waiting', (family) => {
  const here = openFixtures(family, 'e2e', { asForReaders: true });

  test.each([
    ['popup', 'popup.html', '[role=combobox]', '[role=option]'],
    ['explorer', 'facts.html', '.filters input[type=search]', '.claims > li'],
  ])('results follow each key in the %s', async (name, path, box, result) => {
    const tab = await here.session.openExtension(path, { width: 800, height: 640 });
    onTestFinished(() => tab.close());
    await becomes(() => tab.evaluate((wanted) => document.querySelector(wanted) !== null, box), true, 'drawn');
    const { laidOutMs, paintedMs } = await tab.evaluate(timeKeys, { box, queries: QUERIES });
    console.log(
      `${family}, ${name}, from a key to its results: laid out ${spread(laidOutMs)}, painted ${spread(paintedMs)}`,
    );
    await tab.type('gantz parly');
    await becomes(
      () => tab.evaluate((wanted) => document.querySelectorAll(wanted).length > 0, result),
      true,
      'results',
    );
  });

  test('the card follows the pointer', async () => {
    const tab = await here.session.open(`${here.site.origin}/article.html`, { width: 1000, height: 800 });
    onTestFinished(() => tab.close());
    await becomes(async () => (await markedNames(tab)).length, 5, 'annotated');
    const [mark] = await tab.evaluate(readMarks);
    const times: number[] = [];
    for (let hover = 0; hover < 7; hover++) {
      await tab.move(5, 5);
      await becomes(
        () => tab.evaluate(() => document.querySelector('bridle-card')?.shadowRoot?.querySelector('.card') ?? null),
        null,
        'closed',
      );
      const painted = tab.evaluate(timeCard);
      await tab.move(mark!.x, mark!.y);
      times.push((await painted) - DEFAULT_SETTINGS.dwellMs);
    }
    console.log(
      `${family}, from the end of the dwell to the painted card: ${spread(times)}; the first ${times[0]!.toFixed(0)} ms`,
    );
    expect(times).toHaveLength(7);
  });
});

function spread(times: number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.floor((sorted.length - 1) * part)]!.toFixed(1);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`;
}
