/**
 * `npm run soak [-- --minutes 10]`: hours of reading in minutes, in Chromium with the tests' build (`npm run build:e2e`). One tab stays
 * on a page that never stops changing, another goes from page to page, further ones come and go, cards open and close. Every now and
 * then all garbage is collected and what is left is counted. Prints a table and whether memory has returned to where it was.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { argv, exit } from 'node:process';
import { parseArgs } from 'node:util';
import { NoBrowser } from './browsers.ts';
import { filesOf, serve } from './serve.ts';
import { counts, openSoak, type Count, type Soak, type SoakTab } from './soak-browser.ts';
import { clearStorm, storm } from './soak-storm.ts';

const root = resolve(import.meta.dirname, '..');
const extension = resolve(root, '.output/chrome-mv3-e2e');
const PAGES = ['article', 'shadow', 'frames', 'split', 'hidden', 'rtl', 'quiet'].map((name) => `/${name}.html`);
const QUIET = '<!doctype html><html lang="en"><title>The weather</title><p>Rain until noon, and then more of it.';
const RESIDENT =
  '<!doctype html><html lang="en"><title>Live</title><p>The spyware Pegasus is sold by NSO Group.</p><main></main>';
const sampleEveryMs = 20_000;
/** What grows by less than this part is where it was: the collector and the compiler have their own times. */
const tolerance = 0.1;
/** The part of the samples at the start in which caches fill and code is compiled. */
const warmUpPart = 0.2;

const { values } = parseArgs({ args: argv.slice(2), options: { minutes: { type: 'string', default: '10' } } });
const minutes = Number(values.minutes);
if (!(minutes > 0)) fail('--minutes takes a number above 0.');
if (!existsSync(extension)) fail('The tests’ build is missing: npm run build:e2e');
exit((await soak()) ? 0 : 1);

async function soak(): Promise<boolean> {
  const files = filesOf(resolve(root, 'test/pages'));
  const site = await serve(async (path) => {
    if (path === '/resident.html') return { body: RESIDENT };
    return path === '/quiet.html' ? { body: QUIET } : files(path);
  });
  const browser = await openSoak(extension).catch((error: unknown) =>
    fail(error instanceof NoBrowser ? error.message : String(error)),
  );
  try {
    return verdict(await rounds(browser, site.origin));
  } finally {
    await browser.close();
    await site.close();
  }
}

async function rounds(browser: Soak, origin: string): Promise<Count[]> {
  const resident = await browser.open(`${origin}/resident.html`);
  const traveller = await browser.open(`${origin}/article.html`);
  const samples: Count[] = [];
  const startedAt = performance.now();
  const endsAt = startedAt + minutes * 60_000;
  console.log(['  min', 'rounds', ...Object.values(counts).map((name) => name.padStart(15))].join('  '));
  for (let round = 1, sampleAt = 0; performance.now() < endsAt; round++) {
    await oneRound(browser, resident, traveller, origin, round);
    if (performance.now() < sampleAt) continue;
    const sample = await restAndCount(browser, resident, traveller, origin);
    samples.push(sample);
    sampleAt = performance.now() + sampleEveryMs;
    const cells = (Object.keys(counts) as (keyof Count)[]).map((key) => shown(key, sample[key]).padStart(15));
    console.log(
      [((performance.now() - startedAt) / 60_000).toFixed(1).padStart(5), String(round).padStart(6), ...cells].join(
        '  ',
      ),
    );
  }
  return samples;
}

async function oneRound(
  browser: Soak,
  resident: SoakTab,
  traveller: SoakTab,
  origin: string,
  round: number,
): Promise<void> {
  const passing = await browser.open(`${origin}${PAGES[(round + 3) % PAGES.length]!}`);
  await traveller.page.bringToFront();
  await traveller.page.goto(`${origin}${PAGES[round % PAGES.length]!}`);
  if (!traveller.page.url().endsWith('/quiet.html')) await openCards(browser, traveller, 3);
  await resident.page.bringToFront();
  await resident.page.evaluate(storm, { seed: round, forMs: 1500 });
  await openCards(browser, resident, 2);
  await passing.page.close();
}

/** Keyboard's way to a card, the pointer's way over the page, and away again. */
async function openCards(browser: Soak, { page }: SoakTab, count: number): Promise<void> {
  await page.waitForSelector('bridle-card', { state: 'attached' });
  for (let at = 0; at < count; at++) {
    await browser.command('next-mention');
    // Not the element: a handle on it would keep the card alive.
    await page.waitForFunction(() =>
      Boolean(document.querySelector('bridle-card')?.shadowRoot?.querySelector('.card h2')),
    );
    await page.mouse.move(20 + at * 40, 60 + at * 30, { steps: 5 });
    await page.keyboard.press('Escape');
  }
}

/** Both tabs are brought to where they always are when they are looked at. */
async function restAndCount(browser: Soak, resident: SoakTab, traveller: SoakTab, origin: string): Promise<Count> {
  await traveller.page.goto(`${origin}/article.html`);
  await traveller.page.waitForSelector('bridle-card', { state: 'attached' });
  await resident.page.evaluate(clearStorm);
  await new Promise((settle) => setTimeout(settle, 2500));
  return browser.count(resident, traveller);
}

function verdict(samples: Count[]): boolean {
  const warm = samples.slice(Math.ceil(samples.length * warmUpPart));
  const third = Math.max(1, Math.floor(warm.length / 3));
  console.log(`\nMedians of the first and the last ${third} of ${warm.length} samples after warming up:`);
  const grown = (Object.keys(counts) as (keyof Count)[]).filter((key) => {
    const [before, after] = [warm.slice(0, third), warm.slice(-third)].map((some) =>
      median(some.map((sample) => sample[key])),
    );
    const ratio = before === after ? 1 : after! / before!;
    console.log(
      `${counts[key].padEnd(16)} ${shown(key, before!).padStart(8)} → ${shown(key, after!).padStart(8)}   × ${ratio.toFixed(3)}`,
    );
    return ratio > 1 + tolerance;
  });
  console.log(
    grown.length === 0
      ? 'Memory has returned to where it was.'
      : `Grown: ${grown.map((key) => counts[key]).join(', ')}.`,
  );
  return grown.length === 0;
}

function shown(key: keyof Count, value: number): string {
  return key.endsWith('Bytes') ? `${(value / 1024).toFixed(0)} kB` : String(value);
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

function fail(message: string): never {
  console.error(message);
  exit(2);
}
