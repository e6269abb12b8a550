/** Chromium with the bench in its pages. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core';
import { build } from 'vite';
import { keptKnowledgeFile } from '../cli/kept-knowledge.ts';
import { plainCssPlugin } from '../components/plain-css-plugin.ts';
import { factBasePlugin } from '../data/vite-plugin.ts';
import { KNOWLEDGE_FILE } from '../matching/claims/knowledge-file.ts';
import { wordsPlugin } from '../platform/words-plugin.ts';
import { anyBrowser } from '../scripts/browsers.ts';

export const root = resolve(import.meta.dirname, '..');
/** Two of the three call themselves Mark. */
const PEERS: [file: string, then?: string][] = [
  ['mark.js/dist/mark.min.js', 'MarkJs = Mark'],
  ['advanced-mark.js/dist/mark.min.js', 'AdvancedMark = Mark'],
  ['findandreplacedomtext/src/findAndReplaceDOMText.js'],
];

/** Of a page that nothing foreign gets into the browser tells the time to 5 µs instead of 100. */
const ISOLATED = {
  'content-type': 'text/html; charset=utf-8',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

export interface Bench {
  /** Opens a page of its own for the act and closes it. `given` is the page's markup. */
  inPage<Result>(given: string, act: (page: Page, cdp: CDPSession) => Promise<Result>): Promise<Result>;
  version: string;
  close(): Promise<void>;
}

/** Builds what runs in pages and starts the browser. Scripts of the pages do not run: they would be measured along. */
export async function openBench(): Promise<Bench> {
  const code = await bundle('bench/in-page.tsx');
  const background = await bundle('bench/in-worker.ts');
  const browser: Browser = await chromium.launch({
    executablePath: anyBrowser().path,
    args: [
      '--enable-precise-memory-info',
      '--js-flags=--expose-gc',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, bypassCSP: true });
  await context.route('**/*', (route) =>
    route.request().url().startsWith('https://bench.test/') ? route.fallback() : route.abort(),
  );
  return {
    version: browser.version(),
    async inPage(given, act) {
      const page = await context.newPage();
      const html = withoutScripts(given);
      await page.route('https://bench.test/', (route) => route.fulfill({ headers: ISOLATED, body: html }));
      await page.route(`https://bench.test/${KNOWLEDGE_FILE}`, (route) =>
        route.fulfill({ headers: ISOLATED, path: keptKnowledgeFile() }),
      );
      await page.goto('https://bench.test/', { waitUntil: 'load' });
      await page.evaluate(code);
      await page.evaluate((given) => pageBench.startBackground(given), background);
      const cdp = await context.newCDPSession(page);
      // Of the thread, not of the clock on the wall: other programs do not count.
      await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
      try {
        return await act(page, cdp);
      } finally {
        await page.close();
      }
    },
    close: () => browser.close(),
  };
}

/** Puts the other libraries into the page. */
export async function bringPeers(page: Page): Promise<void> {
  for (const [file, then] of PEERS) {
    await page.evaluate(readFileSync(join(root, 'node_modules', file), 'utf8'));
    if (then) await page.evaluate(then);
  }
}

/** Seconds of the renderer's main thread and of its parts, since the page began. */
export async function metrics(
  cdp: CDPSession,
): Promise<
  Record<'TaskDuration' | 'LayoutDuration' | 'RecalcStyleDuration' | 'ScriptDuration' | 'JSHeapUsedSize', number>
> {
  const { metrics: list } = await cdp.send('Performance.getMetrics');
  return Object.fromEntries(list.map(({ name, value }) => [name, value])) as Awaited<ReturnType<typeof metrics>>;
}

async function bundle(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    root,
    plugins: [factBasePlugin(), wordsPlugin(), plainCssPlugin()],
    build: {
      write: false,
      minify: false,
      target: 'chrome128',
      lib: { entry: join(root, entry), formats: ['iife'], name: 'benchBundle' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error('The bench was not built');
  return output.output[0].code;
}

function withoutScripts(html: string): string {
  return html
    .replaceAll(/<script\b[\s\S]*?<\/script>/gi, '')
    .replaceAll(/<(?:link|iframe|meta http-equiv)\b[^>]*>/gi, '');
}
