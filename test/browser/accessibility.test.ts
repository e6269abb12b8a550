/** Every surface for those who zoom, see badly, use a contrast theme, want nothing to move, or have no mouse. */
import { afterEach, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { readMarks } from '../../scripts/marks.ts';
import type { Size, Tab } from '../../scripts/session.ts';
import { contrastFaultsOf, faultsButContrastOf, faultsOf } from './axe.ts';
import { listStops, readFaint, readMotion, readOverflow, readStop } from './controls.ts';
import { tabNumber } from './extension.ts';
import { becomes, inBothBrowsers, longestWaitMs, markedNames } from './harness.ts';
import { openFixtures } from './open-fixtures.ts';
import { clickOn, setStored } from './surfaces.ts';

interface Surface {
  address: string;
  /** There once it is drawn. */
  ready: string;
  /** Brings it into the state that is judged. */
  act?: (tab: Tab) => Promise<void>;
}

const LANGUAGES = ['en', 'fr', 'de'];
/** A window of 1280 × 800 at 200 %, and the narrowest that has to do: the same at 400 %. */
const SIZES: Size[] = [
  { width: 640, height: 400 },
  { width: 320, height: 640 },
];
const CLAIM = 'asselborn-cannot-verify-denials';

const click = (selector: string) => async (tab: Tab) => {
  await becomes(() => tab.evaluate((wanted) => document.querySelector(wanted) !== null, selector), true, selector);
  await clickOn(tab, selector);
};

/** `TAB` stands for the number of the article's tab. */
const SURFACES: Record<string, Surface> = {
  popup: { address: 'popup.html?tab=TAB', ready: '.page .row' },
  'popup with results': {
    address: 'popup.html?tab=TAB',
    ready: '.page .row',
    async act(tab) {
      await tab.front();
      await click('[role=combobox]')(tab);
      await tab.type('nso');
      await becomes(() => tab.evaluate(() => document.querySelectorAll('[role=option]').length > 5), true, 'results');
    },
  },
  'popup with a card': { address: 'popup.html?tab=TAB', ready: '.page .row', act: click('.page .row') },
  panel: { address: 'sidepanel.html?tab=TAB', ready: '.group' },
  'panel with a card': { address: 'sidepanel.html?tab=TAB', ready: '.group', act: click('.group .name') },
  'list of statements': { address: 'facts.html?q=gantz', ready: '.claims > li' },
  timeline: { address: 'facts.html?view=timeline&q=gantz', ready: '.timeline' },
  map: { address: 'facts.html?view=map', ready: '.map' },
  'list of sources': { address: 'facts.html?view=sources', ready: '.sources' },
  'page of a claim': { address: `facts.html?claim=${CLAIM}`, ready: 'article' },
  'page of a name': { address: 'facts.html?entity=nso-group', ready: 'article' },
  'page of a source': { address: 'facts.html?source=hrw-2021-12', ready: 'article' },
  'two claims compared': { address: `facts.html?compare=${CLAIM},nso-denies-role-in-wiretapping`, ready: '.compare' },
  options: { address: 'options.html', ready: '#stored' },
  journal: { address: 'journal.html', ready: '#kept' },
  'first run': {
    address: 'welcome.html',
    ready: 'article summary',
    act: (tab) =>
      tab.evaluate(() => {
        document.querySelector('details')!.open = true;
      }),
  },
};

inBothBrowsers('accessibility', (family) => {
  const here = openFixtures(family);
  let article: Tab;
  let number: number;
  /** A page of the extension that stays open, to change settings from. */
  let inside: Tab;
  /** The surface that is judged. A popup starts anew in another language, and cannot be closed while it does: so one after the other. */
  let opened: Tab | null = null;

  beforeAll(async () => {
    article = await here.session.open(`${here.site.origin}/article.html`, { width: 1000, height: 800 });
    await vi.waitFor(async () => expect(await markedNames(article)).toHaveLength(5), { timeout: longestWaitMs });
    inside = await here.session.openExtension('welcome.html');
    number = await tabNumber(inside, here.site.origin);
  });

  /** The language of the interface now. Browsers let settings be written a hundred times a minute or so. */
  let spoken = 'en';

  afterEach(async () => {
    await opened?.close();
    opened = null;
  });

  async function speak(language: string): Promise<void> {
    if (language === spoken) return;
    await setStored(inside, { 'settings:language': language });
    spoken = language;
  }

  async function open(
    { address, ready, act }: Surface,
    language = 'en',
    size: Size = { width: 640, height: 800 },
  ): Promise<Tab> {
    await opened?.close();
    await speak(language);
    const tab = await here.session.openExtension(address.replace('TAB', String(number)), size);
    opened = tab;
    await becomes(
      () => tab.evaluate((wanted) => [document.documentElement.lang, document.querySelector(wanted) !== null], ready),
      [language, true],
      address,
    );
    await act?.(tab);
    return tab;
  }

  /** Opens the card of the first name on the page by its key, so that the focus is in it. */
  async function openCard(language = 'en'): Promise<void> {
    await speak(language);
    await article.front();
    onTestFinished(async () => {
      await article.resize({ width: 1000, height: 800 });
      await article.press('Escape');
    });
    const cardLanguage = () =>
      article.evaluate(
        () => document.querySelector('bridle-card')?.shadowRoot?.querySelector<HTMLElement>('.card')?.lang ?? '',
      );
    // A new language brings new scripts: a key that is pressed meanwhile is lost, and a card that was opened before keeps its own.
    await expect
      .poll(
        async () => {
          const shown = await cardLanguage();
          if (shown === language) return shown;
          await article.press('Escape');
          await here.session.command('next-mention');
          return cardLanguage();
        },
        { timeout: longestWaitMs, interval: 500, message: 'the card' },
      )
      .toBe(language);
  }

  /** Tab through everything, from wherever the focus is, until each stop has been met. */
  async function walk(tab: Tab, inCard: boolean): Promise<void> {
    const { names, start } = await tab.evaluate(listStops, inCard);
    const places = start >= 0 ? [start] : [];
    const unseen = new Set<string>();
    for (let step = 0; step < names.length + 12 && (step === 0 || new Set(places).size < names.length); step++) {
      await tab.press('Tab');
      const stop = await tab.evaluate(readStop, inCard);
      if (!stop) continue;
      places.push(stop.place);
      if (!stop.isSeen) unseen.add(`not seen: ${stop.name}`);
      if (!stop.isInView) unseen.add(`out of view: ${stop.name}`);
    }
    expect(
      names.filter((_, place) => !places.includes(place)),
      'not reached',
    ).toEqual([]);
    expect([...unseen]).toEqual([]);
    const jumps = places
      .slice(1)
      .flatMap((place, at) =>
        place === (places[at]! + 1) % names.length ? [] : [`${names[places[at]!]} → ${names[place]}`],
      );
    expect(jumps, 'out of order').toEqual([]);
    // No way is a dead end: it leads back too.
    const last = places.at(-1)!;
    await tab.press('Shift+Tab');
    expect((await tab.evaluate(readStop, inCard))?.place ?? last - 1).toBe((last - 1 + names.length) % names.length);
  }

  test.each(Object.keys(SURFACES))('by keyboard alone: %s', async (name) => {
    const tab = await open(SURFACES[name]!);
    await tab.front();
    await walk(tab, false);
  });

  test('by keyboard alone: the card, and out of it again', async () => {
    await openCard();
    await walk(article, true);
    await article.press('Escape');
    await becomes(
      () => article.evaluate(() => [document.querySelector('bridle-card'), document.activeElement!.localName]),
      [null, 'body'],
      'the page has the focus again',
    );
  });

  // What follows asks for settings of the system that no driver of Firefox can make, or judges the same document twice.
  const inChromium = test.runIf(family === 'chromium');

  // German has the longest words.
  inChromium.each(['en', 'de'])('at 200 % and at 320 px no surface runs out or is cut off, in %s', async (language) => {
    for (const [name, surface] of Object.entries(SURFACES)) {
      const tab = await open(surface, language, SIZES[0]);
      for (const size of SIZES) {
        await tab.resize(size);
        // Charts are drawn anew for the new width.
        await becomes(() => tab.evaluate(readOverflow, false), [], `${name}, ${size.width} px`);
      }
    }
  });

  inChromium.each(Object.keys(SURFACES))(
    'in a contrast theme controls are drawn, with reduced motion nothing moves, and texts follow the browser’s font size: %s',
    async (name) => {
      const tab = await open(SURFACES[name]!);
      await tab.emulate({ 'forced-colors': 'active', 'prefers-reduced-motion': 'reduce' });
      expect(await tab.evaluate(readFaint, false)).toEqual([]);
      expect(await tab.evaluate(readMotion, false)).toEqual([]);
      const before = await tab.evaluate(readTextSizes);
      expect(before.length, 'sizes').toBeGreaterThan(1);
      await tab.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      // Charts are drawn anew for what has room now.
      await becomes(
        async () =>
          (await tab.evaluate(readTextSizes)).filter((size) => !before.some((half) => Math.abs(size - 2 * half) < 0.1)),
        [],
      );
    },
  );

  inChromium.each(LANGUAGES)('axe finds nothing in popup and panel in %s, light or dark', async (language) => {
    for (const name of ['popup', 'popup with results', 'popup with a card', 'panel', 'panel with a card']) {
      const tab = await open(SURFACES[name]!, language, { width: 400, height: 700 });
      // Colours are the same in every language.
      if (language !== 'en') {
        expect(await faultsButContrastOf(tab), name).toEqual([]);
        continue;
      }
      expect(await faultsOf(tab), name).toEqual([]);
      await tab.evaluate(() => {
        document.documentElement.dataset.theme = 'dark';
      });
      expect(await contrastFaultsOf(tab), `${name}, dark`).toEqual([]);
    }
  });

  inChromium.each(LANGUAGES)(
    'the card fits at 200 % and at 320 px, and axe finds nothing in it, in %s, light or dark',
    async (language) => {
      await openCard(language);
      for (const theme of ['light', 'dark']) {
        await article.evaluate((wanted) => {
          document.querySelector('bridle-card')!.shadowRoot!.querySelector<HTMLElement>('.bridle-card')!.dataset.theme =
            wanted;
        }, theme);
        expect(await faultsOf(article, 'bridle-card'), theme).toEqual([]);
      }
      for (const size of SIZES) {
        await article.resize(size);
        await becomes(() => article.evaluate(readOverflow, true), [], `${size.width} px`);
      }
    },
  );

  inChromium(
    'in a contrast theme the card’s controls and the page’s marks are drawn, and with reduced motion nothing moves',
    async () => {
      onTestFinished(() => article.emulate({}));
      await article.emulate({ 'forced-colors': 'active', 'prefers-reduced-motion': 'reduce' });
      await openCard();
      expect(await article.evaluate(readFaint, true)).toEqual([]);
      expect(await article.evaluate(readMotion, true)).toEqual([]);
      await article.press('Escape');
      const mark = (await article.evaluate(readMarks)).find(({ y }) => y > 20 && y < 780);
      const picture = () =>
        article
          .screenshot({ x: mark!.x - 30, y: mark!.y - 12, width: 60, height: 26 })
          .then((png) => Buffer.from(png).toString('base64'));
      const marked = await picture();
      onTestFinished(() => setStored(inside, { 'settings:markStyle': 'dotted' }));
      await setStored(inside, { 'settings:markStyle': 'none' });
      await becomes(async () => (await markedNames(article)).length, 0, 'unmarked');
      expect(await picture()).not.toBe(marked);
    },
  );
});

/** Runs in the page. The sizes of its texts, each once, in CSS pixels. */
function readTextSizes(): number[] {
  const holders = [...document.body.querySelectorAll<HTMLElement>('*')].filter((element) =>
    [...element.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && /\S/.test(child.textContent!)),
  );
  return [...new Set(holders.map((element) => parseFloat(getComputedStyle(element).fontSize)))];
}
