/**
 * `npm run screenshots`: the pictures of `docs/screenshots`, from the test build in Chromium on the demo page, at fixed sizes.
 */
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'wxt';
import { bothBrowsers } from './browsers.ts';
import { openChromium } from './chromium.ts';
import { readMarks } from './marks.ts';
import { filesOf, serve } from './serve.ts';
import type { Box, Tab } from './session.ts';

const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'docs/screenshots');
mkdirSync(folder, { recursive: true });

await build({ root, browser: 'chrome', mode: 'e2e' });
const site = await serve(filesOf(join(root, 'scripts')));
const session = await openChromium({ program: bothBrowsers().chromium.path, extension: join(root, '.output/chrome-mv3-e2e') });

try {
  const wide = await session.open(`${site.origin}/demo.html`, { width: 920, height: 820 });
  await openCard(wide, 'NSO Group');
  await save('card-light', wide);
  await save('contradiction', wide, await boxInCard(wide, '[data-relation]'));

  await wide.press('Escape');
  await wide.evaluate(darken);
  await openCard(wide, 'NSO Group');
  await save('card-dark', wide);

  const narrow = await session.open(`${site.origin}/demo.html`, { width: 390, height: 760 });
  await openCard(narrow, 'NSO Group');
  await save('card-narrow', narrow);

  const size = { width: 392, height: 560 };
  const popup = await session.openExtension('popup.html', size);
  const tabs = await popup.evaluate(tabNumbers);
  await save('popup-empty', await session.openExtension(`popup.html?tab=${tabs.blank}`, size));
  const onPage = await session.openExtension(`popup.html?tab=${tabs.demo}`, size);
  await until(() => onPage.evaluate(() => document.querySelectorAll('.page .row').length > 0), 'the page’s mentions');
  await save('popup-on-page', onPage);
  await popup.front();
  await popup.type('asselb');
  await until(() => popup.evaluate(() => document.querySelectorAll('[role=option]').length > 0), 'results');
  await save('popup-searching', popup);
} finally {
  await session.close();
  await site.close();
}

/** Rests the pointer on the first mark of a name that is in view, until the card is there. */
async function openCard(tab: Tab, name: string): Promise<void> {
  await tab.move(2, 2);
  await until(async () => (await tab.evaluate(readMarks)).some(({ text }) => text === name), `a mark on ${name}`);
  const mark = (await tab.evaluate(readMarks)).find(({ text, highlight }) => text === name && highlight !== 'bridle-claim')!;
  await tab.move(mark.x, mark.y);
  await until(async () => (await boxInCard(tab, '.card')) !== undefined, `the card of ${name}`);
}

/** Box in the viewport of the first element of the card that the selector finds; scrolled into view. */
async function boxInCard(tab: Tab, selector: string): Promise<Box | undefined> {
  return tab.evaluate((wanted) => {
    const element = document.querySelector('bridle-card')?.shadowRoot?.querySelector(wanted);
    if (!element) return undefined;
    element.scrollIntoView({ block: 'nearest' });
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x - 12, y: y - 12, width: width + 24, height: height + 24 };
  }, selector);
}

/** Runs in the page: the demo newspaper at night. */
function darken(): void {
  document.body.style.cssText = 'background: #15161a; color: #e6e3dc';
}

/** Runs in the popup. The newest tab of a page is the narrow one; the browser's first tab is blank. */
async function tabNumbers(): Promise<{ demo: number; blank: number }> {
  const { tabs } = (globalThis as unknown as { chrome: { tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> } } }).chrome;
  const all = await tabs.query({});
  return { demo: all.find(({ url }) => url?.endsWith('/demo.html'))!.id, blank: all[0]!.id };
}

async function save(name: string, tab: Tab, clip?: Box): Promise<void> {
  await tab.front();
  const file = join(folder, `${name}.png`);
  writeFileSync(file, await tab.screenshot(clip));
  console.log(`docs/screenshots/${name}.png ${Math.round(statSync(file).size / 1000)} kB`);
}

async function until(holds: () => Promise<boolean>, what: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (await holds()) return;
    await new Promise((settle) => setTimeout(settle, 100));
  }
  throw new Error(`Waited in vain for ${what}.`);
}
