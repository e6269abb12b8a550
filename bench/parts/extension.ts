/** What a reader waits for in the built extension: all of it, from one process to the other, in a browser of its own. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_SETTINGS } from '../../platform/settings-values.ts';
import { bothBrowsers } from '../../scripts/browsers.ts';
import { openChromium, type ChromiumSession } from '../../scripts/chromium.ts';
import { timeCard } from '../../scripts/latency.ts';
import { readMarks } from '../../scripts/marks.ts';
import { serve } from '../../scripts/serve.ts';
import type { Tab } from '../../scripts/session.ts';
import { variedArticles } from '../articles.ts';
import { root } from '../browser.ts';
import { noteYes, numberOfNewest, waitUntil, whenMarked, yesOf } from '../extension-pages.ts';
import { median, quantile } from '../statistics.ts';
import type { Row } from '../table.ts';
import type { Setting } from './setting.ts';

const NOT_BUILT = 'run `npm run build:e2e` first: the tests’ build may read pages of this machine';
const TABS = 60;

/** From the gate's message that a page speaks of the affair to the frame that shows the marks. */
export async function yesToMarks({ rounds, pages }: Setting): Promise<Row[]> {
  const [warm, killed] = [
    'own article, from the gate’s yes to painted marks: background warm',
    'own article, from the gate’s yes to painted marks: background killed before',
  ] as const;
  return inExtension({ [warm]: 100, [killed]: 600 }, [pages.affair['own article']!], async (session, origin) => {
    const inside = await session.openExtension('options.html');
    const time = async (isKilled: boolean): Promise<number> => {
      const tab = await session.open(`${origin}/0`);
      const number = await numberOfNewest(inside, '/0');
      // The gate looks once at the page without the affair, and again when the article comes.
      await waitUntil(() => noteYes(inside, number), 'the gate');
      if (isKilled) await session.stopBackground();
      const markedAtMs = await tab.evaluate(whenMarked);
      const yesAtMs = await yesOf(inside, number);
      await tab.close();
      return markedAtMs - yesAtMs;
    };
    const times: Record<string, number[]> = { [warm]: [], [killed]: [] };
    await time(false);
    for (let round = 0; round < rounds * 2; round++) {
      times[warm]!.push(await time(false));
      times[killed]!.push(await time(true));
    }
    return Object.entries(times).map(([what, taken]) => ({
      what,
      value: median(taken),
      note: `p95 ${quantile(taken, 0.95).toFixed(0)} ms of ${taken.length}`,
    }));
  });
}

/** From a message to a background that had ended until it has started, made its engine, and matched a first sentence. */
export async function engineReady({ rounds }: Setting): Promise<Row[]> {
  const what = 'background killed: started, engine made and a first sentence matched';
  return inExtension({ [what]: 60 }, [], async (session) => {
    const inside = await session.openExtension('options.html');
    const started: number[] = [];
    const matched: number[] = [];
    for (let round = 0; round < rounds * 2; round++) {
      await session.stopBackground();
      const { startedMs, matchedMs } = await inside.evaluate(timeStart);
      started.push(startedMs);
      matched.push(matchedMs);
    }
    const note = `median ${median(started).toFixed(0)} ms until it answers what needs no engine`;
    return [{ what, value: median(matched), note }];
  });
}

/** Tabs that are open turn to the affair in the same moment, each with an article of its own. */
export async function manyTabs(): Promise<Row[]> {
  const [last, memory] = [
    `${TABS} tabs with affair pages at once: last one marked`,
    `${TABS} tabs with affair pages: the background’s heap after`,
  ] as const;
  return inExtension({ [last]: 4_000, [memory]: 80 }, variedArticles(TABS), async (session, origin) => {
    const tabs: Tab[] = [];
    for (let number = 0; number < TABS; number++) tabs.push(await session.open(`${origin}/${number}`));
    // All gates have looked.
    await pause(1_000);
    const starter = await session.open(`${origin}/start`);
    const startedAtMs = await starter.evaluate(() => {
      new BroadcastChannel('articles').postMessage('show');
      return Date.now();
    });
    const markedAtMs: number[] = [];
    for (const tab of tabs) {
      const marked = () => tab.evaluate(() => Number(document.documentElement.dataset.markedAt ?? 0));
      await waitUntil(async () => (await marked()) > 0, 'marks', 300_000);
      markedAtMs.push(await marked());
    }
    const waits = markedAtMs.map((atMs) => atMs - startedAtMs);
    const megabytes = (await session.backgroundBytes()) / 1e6;
    return [
      { what: last, value: Math.max(...waits), note: `median ${median(waits).toFixed(0)} ms` },
      { what: memory, value: megabytes, unit: 'MB', note: 'live objects, after a collection' },
    ];
  });
}

/** The browser has ended the background, and the reader points at a mark of a page that has not shown a card yet. */
export async function hoverAfterKill({ rounds, pages }: Setting): Promise<Row[]> {
  const what = 'hover with the background killed before, after the dwell, to the painted card, p95';
  return inExtension({ [what]: 300 }, [pages.affair['own article']!], async (session, origin) => {
    const taken: number[] = [];
    for (let round = 0; round < rounds * 4; round++) {
      const tab = await session.open(`${origin}/0`, { width: 1000, height: 800 });
      await tab.evaluate(whenMarked);
      const marks = (await tab.evaluate(readMarks)).filter(({ y }) => y > 0 && y < 700);
      const mark = marks[round % marks.length]!;
      await tab.move(2, 2);
      await session.stopBackground();
      const painted = tab.evaluate(timeCard);
      await tab.move(mark.x, mark.y);
      taken.push((await painted) - DEFAULT_SETTINGS.dwellMs);
      await tab.close();
    }
    return [
      { what, value: quantile(taken, 0.95), note: `${taken.length} pages, median ${median(taken).toFixed(0)} ms` },
    ];
  });
}

/**
 * Opens the extension's test build with a site of pages: `/N` has the N-th article ready and shows it when it is told to. Rows of milliseconds
 * where they say nothing else.
 */
async function inExtension(
  goals: Record<string, number>,
  articles: readonly string[],
  act: (
    session: ChromiumSession,
    origin: string,
  ) => Promise<(Pick<Row, 'what' | 'value' | 'note'> & { unit?: string })[]>,
): Promise<Row[]> {
  const extension = join(root, '.output/chrome-mv3-e2e');
  if (!existsSync(extension))
    return Object.entries(goals).map(([what, goal]) => ({
      what,
      value: null,
      unit: 'ms',
      goal: ['<=', goal],
      note: NOT_BUILT,
    }));
  const site = await serve(async (path) => ({ body: pageWith(articles[Number(path.slice(1))] ?? '') }));
  const session = await openChromium({ program: bothBrowsers().chromium.path, extension });
  try {
    const rows = await act(session, site.origin);
    return rows.map((row) => ({ unit: 'ms', ...row, goal: ['<=', goals[row.what]!] }));
  } finally {
    await session.close();
    await site.close();
  }
}

/** The article waits in a template, which no gate reads. */
const pageWith = (article: string): string => `<!doctype html><meta charset="utf-8"><title>A page</title>
<p>The council met on Thursday evening.</p><main></main><template>${article.replace(/^.*?<main>|<\/main>$/gs, '')}</template>
<script>
  function show() {
    document.querySelector('main').append(document.querySelector('template').content);
  }
  new BroadcastChannel('articles').onmessage = () => {
    show();
    (function look() {
      if (CSS.highlights.get('bridle-mention')?.size) document.documentElement.dataset.markedAt = Date.now();
      else setTimeout(look, 100);
    })();
  };
</script>`;

declare const chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };

/** Runs in a page of the extension. */
async function timeStart(): Promise<{ startedMs: number; matchedMs: number }> {
  const from = performance.now();
  await chrome.runtime.sendMessage({ ask: 'dossiers', sent: { tabId: -1 } });
  const startedMs = performance.now() - from;
  await chrome.runtime.sendMessage({ ask: 'sentence', sent: 'NSO sells Pegasus to states alone, it says.' });
  return { startedMs, matchedMs: performance.now() - from };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
