/**
 * `npm run store-pictures`: the pictures for the stores, `docs/store/pictures`. Four pictures of the extension at work in each language, 1280 × 800,
 * and from its icon, its tokens and its card the tile, 440 × 280, and the marquee, 1400 × 560.
 */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { LANGUAGES, type Language } from '../data/languages.ts';
import { build } from 'wxt';
import { bothBrowsers } from './browsers.ts';
import { readListing } from './listing.ts';
import type { Box, Size } from './session.ts';
import { boxInCard, openCard, ROOM_PX, openStage, until, type Stage } from './stage.ts';

const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'docs/store/pictures');
const whole = { width: 1280, height: 800 };
const panelSize = { width: 420, height: 800 };

/** A contested sentence of the invented page, and what a reader might search for. */
const SCENES: Record<Language, { sentence: string; search: string }> = {
  en: { sentence: 'Pegasus Project', search: 'offices' },
  fr: { sentence: 'Projet Pegasus', search: 'bureaux' },
  de: { sentence: 'Pegasus-Projekt', search: 'büros' },
};

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
await build({ root, browser: 'chrome', mode: 'e2e' });
const stage = await openStage('chromium', 'light');
const drawing = await chromium.launch({
  executablePath: bothBrowsers().chromium.path,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  for (const language of LANGUAGES) await takeAll(stage, language);
} finally {
  await stage.close();
  await drawing.close();
}

async function takeAll(on: Stage, language: Language): Promise<void> {
  const { sentence, search } = SCENES[language];
  const page = `news/${language}.html`;
  await on.speak(language);

  const news = await on.openNews(page, whole);
  const plain = await news.screenshot();
  await openCard(news, { sentence });
  save(`${language}-1-card`, await news.screenshot());
  const card = await news.screenshot(within((await boxInCard(news, '.card'))!));

  const popup = await on.openExtension('popup.html', { width: 392, height: 540 }, 'input:focus', { page });
  await popup.type(search);
  await until(() => popup.evaluate(() => document.querySelector('[role=option]') !== null), 'results');
  save(
    `${language}-2-search`,
    await draw(whole, `${picture(plain)}<div class="popup">${picture(await popup.screenshot())}</div>`),
  );
  await popup.close();
  await news.close();

  const narrower = await on.openNews(page, { width: whole.width - panelSize.width, height: whole.height });
  const panel = await on.openExtension('sidepanel.html', panelSize, '.group .place', { page });
  const beside = await panel.screenshot();
  await narrower.front();
  save(
    `${language}-3-panel`,
    await draw(whole, `<div class="beside">${picture(await narrower.screenshot())}${picture(beside)}</div>`),
  );
  await panel.close();
  await narrower.close();

  const map = await on.openExtension('facts.html?view=map', whole, '.arc');
  await map.evaluate(() => document.querySelector<SVGAElement>('.arc')!.focus());
  save(`${language}-4-map`, await map.screenshot());
  await map.close();

  const sign = readFileSync(join(root, 'public/icons/bridle.svg'), 'utf8');
  const title = `<div class="title">${sign}<h1>Bridle</h1><p>${readListing(language).Motto}</p></div>`;
  save(`${language}-tile`, await draw({ width: 440, height: 280 }, `<div class="sheet">${title}</div>`));
  save(
    `${language}-marquee`,
    await draw(
      { width: 1400, height: 560 },
      `<div class="sheet wide">${title}<div class="card-of">${picture(card)}</div></div>`,
    ),
  );
}

/** A picture of some markup, set in the tokens of the surfaces. */
async function draw(size: Size, markup: string): Promise<Uint8Array> {
  const page = await drawing.newPage({ viewport: size });
  const style = ['components/tokens.css', 'scripts/store.css']
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n');
  await page.setContent(
    `<meta charset="utf-8"><style>${style}</style><body class="bridle" data-theme="light">${markup}`,
  );
  const bytes = await page.screenshot();
  await page.close();
  return bytes;
}

/** Without the room that a box in the card has around it. */
function within({ x, y, width, height }: Box): Box {
  return { x: x + ROOM_PX, y: y + ROOM_PX, width: width - 2 * ROOM_PX, height: height - 2 * ROOM_PX };
}

function picture(png: Uint8Array): string {
  return `<img alt="" src="data:image/png;base64,${Buffer.from(png).toString('base64')}">`;
}

function save(name: string, png: Uint8Array): void {
  const file = join(folder, `${name}.png`);
  writeFileSync(file, png);
  console.log(`docs/store/pictures/${name}.png ${Math.round(statSync(file).size / 1000)} kB`);
}
