/** Brings every surface of Bridle into view, for pictures: a browser with the test build, an invented news page, and hands for both. */
import { join, resolve } from 'node:path';
import type { Language } from '../data/languages.ts';
import { bothBrowsers, type Family } from './browsers.ts';
import { openChromium } from './chromium.ts';
import { openFirefox } from './firefox.ts';
import { isSentence, readMarks } from './marks.ts';
import { filesOf, serve } from './serve.ts';
import type { Box, Scheme, Size, Tab } from './session.ts';

export interface Stage {
  /** Sets the language of the interface, and empties the list of sites that are switched off. */
  speak(language: Language): Promise<void>;
  switchOff(): Promise<void>;
  /** A page below `scripts/`, once it is marked. */
  openNews(page: string, size: Size): Promise<Tab>;
  /** A page of the extension, once the selector finds something. `about` adds the number of the newest tab with the page. */
  openExtension(path: string, size: Size, ready: string, about?: { page: string }): Promise<Tab>;
  close(): Promise<void>;
}

interface Api {
  storage: { sync: { set(items: object): Promise<void> } };
  tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> };
}

declare const chrome: Api;

/** Around a box in the card. */
export const ROOM_PX = 12;

const root = resolve(import.meta.dirname, '..');

/** Needs the test build of the family. */
export async function openStage(family: Family, scheme: Scheme): Promise<Stage> {
  const site = await serve(filesOf(join(root, 'scripts')));
  const open = family === 'firefox' ? openFirefox : openChromium;
  const extension = join(root, `.output/${family === 'firefox' ? 'firefox' : 'chrome'}-mv3-e2e`);
  const session = await open({ program: bothBrowsers()[family].path, extension, scheme });
  const inside = await session.openExtension('options.html');
  const store = (items: object) => inside.evaluate((given) => chrome.storage.sync.set(given), items);
  const newest = (end: string) =>
    inside.evaluate(
      async (wanted) => (await chrome.tabs.query({})).findLast(({ url }) => url?.endsWith(wanted))!.id,
      end,
    );
  return {
    speak: (language) => store({ 'settings:language': language, 'settings:sites': { off: [] } }),
    switchOff: () => store({ 'settings:sites': { off: ['127.0.0.1'] } }),
    async openNews(page, size) {
      const tab = await session.open(`${site.origin}/${page}`, size);
      // The marks of statements come last.
      await until(async () => (await tab.evaluate(readMarks)).some(isSentence), 'marks');
      return tab;
    },
    async openExtension(path, size, ready, about) {
      const tab = await session.openExtension(about ? `${path}?tab=${await newest(about.page)}` : path, size);
      await until(
        () => tab.evaluate((wanted) => document.querySelector(wanted) !== null, ready),
        `${ready} in ${path}`,
      );
      return tab;
    },
    async close() {
      await session.close();
      await site.close();
    },
  };
}

/** Rests the pointer on the highest mark of a name, or of a sentence that holds some words, until its card is there. */
export async function openCard(
  tab: Tab,
  wanted: { name: string } | { sentence: string },
  by: 'move' | 'tap' = 'move',
): Promise<void> {
  await tab.move(2, 2);
  // One Escape closes one thing: a question in the card, then the card.
  await until(async () => {
    if (await tab.evaluate(hasNoCard)) return true;
    await tab.press('Escape');
    return false;
  }, 'the last card to go');
  const marks = await tab.evaluate(readMarks);
  const [mark] = marks
    .filter((it) =>
      'name' in wanted
        ? it.text === wanted.name && !isSentence(it)
        : isSentence(it) && it.text.includes(wanted.sentence),
    )
    .toSorted((a, b) => a.y - b.y);
  if (!mark) throw new Error(`Nothing is marked for ${JSON.stringify(wanted)}.`);
  await tab[by](mark.x, mark.y);
  // Three looks, one after the other: a card that is drawn anew arrives anew.
  let arrived = 0;
  await until(async () => (arrived = (await tab.evaluate(hasArrived)) ? arrived + 1 : 0) >= 3, 'the card');
}

/** Box in the viewport, with a little room, of the first element of the card that the selector finds; scrolled into view. */
export async function boxInCard(tab: Tab, selector: string): Promise<Box | null> {
  return tab.evaluate(
    ({ wanted, room }) => {
      const element = document.querySelector('bridle-card')?.shadowRoot?.querySelector(wanted);
      if (!element) return null;
      element.scrollIntoView({ block: 'nearest' });
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x: x - room, y: y - room, width: width + 2 * room, height: height + 2 * room };
    },
    { wanted: selector, room: ROOM_PX },
  );
}

/** Makes the window as high as the page of the extension in it, within limits in CSS pixels. */
export async function fit(tab: Tab, width: number, [least, most]: [number, number]): Promise<void> {
  await tab.resize({ width, height: least });
  const height = await tab.evaluate(() => document.documentElement.scrollHeight);
  await tab.resize({ width, height: Math.min(Math.max(height, least), most) });
}

export async function until(holds: () => Promise<boolean>, what: string): Promise<void> {
  for (let attempt = 0; attempt < 150; attempt++) {
    if (await holds()) return;
    await new Promise((settle) => setTimeout(settle, 100));
  }
  throw new Error(`Waited in vain for ${what}.`);
}

/** Runs in the page. */
function hasNoCard(): boolean {
  return document.querySelector('bridle-card') === null;
}

/** Runs in the page: whether the card is there and stands still. */
function hasArrived(): boolean {
  const card = document.querySelector('bridle-card')?.shadowRoot?.querySelector('.bridle-card');
  return Boolean(card?.querySelector('.card')) && card!.getAnimations().length === 0;
}
