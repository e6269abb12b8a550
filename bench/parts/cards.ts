/** How long a reader waits for a card. */
import { DEFAULT_SETTINGS } from '../../platform/settings-values.ts';
import { median, quantile } from '../statistics.ts';
import type { Row } from '../table.ts';
import type { Setting } from './setting.ts';

export async function hover({ bench, pages }: Setting): Promise<Row[]> {
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
      goal: ['<=', 20],
      note: `${times.length} hovers, median ${median(times).toFixed(1)} ms`,
    },
  ];
}
