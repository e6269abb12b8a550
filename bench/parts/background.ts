/** What the background takes for names and claims. */
import { variedTexts } from '../articles.ts';
import { makePage } from '../pages.ts';
import { median, quantile } from '../statistics.ts';
import type { Row } from '../table.ts';
import type { Setting } from './setting.ts';

const EMPTY = '<!doctype html><p>Nothing';

/** Each sentence is new to the matcher, and none of those set aside is among the texts that it remembers. */
export async function articleInBackground({ bench, rounds, pages }: Setting): Promise<Row[]> {
  const own = [...pages.affair['own article']!.matchAll(/<(?:p|li|h2)>(.*?)<\/(?:p|li|h2)>/gs)].map(([, text]) =>
    text!.replaceAll(/<[^>]*>/g, ''),
  );
  const [times, ofOwn] = await bench.inPage(EMPTY, (page) =>
    page.evaluate(
      async ([articles, ownTexts, count]) => [
        await pageBench.articles({ articles, rounds: count }),
        await pageBench.articles({ articles: [ownTexts], rounds: count }),
      ],
      [variedTexts(5, 'test/labelled/aside'), own, rounds * 4] as const,
    ),
  );
  return [
    {
      what: 'background: names and claims of an article of 12,000 characters',
      value: median(times),
      unit: 'ms',
      goal: ['<=', 25],
      note: `p95 ${quantile(times, 0.95).toFixed(0)} ms; of the own article, whose few sentences come again and again, ${median(ofOwn).toFixed(0)} ms`,
    },
  ];
}

export async function manyAliases({ bench, rounds }: Setting): Promise<Row[]> {
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
