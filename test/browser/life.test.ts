/**
 * The life of the extension under open pages: updated, its background ended, its access taken back, many tabs, old settings.
 * Firefox passes the same tests but one: the sixty tabs are opened in Chromium alone.
 */
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { readMarks } from '../../scripts/marks.ts';
import { serve, type Site } from '../../scripts/serve.ts';
import type { Session, Tab } from '../../scripts/session.ts';
import { readDossiers, readDossiersOf, readStorage, tabNumber } from './extension.ts';
import { aWhile, becomes, inBothBrowsers, markedNames, markup, openBrowser } from './harness.ts';
import { clickOn, resetStorage, setStored, stored } from './surfaces.ts';

const NAMES = ['JeanAsselborn', 'NSO', 'NSOGroup', 'Pegasus'];
const ARTICLE = `<!doctype html><html lang="en"><title>The corridor</title>
  <p>In the corridor <b>NSO Group</b> was on the agenda.</p>
  <p>In October 2021 Jean Asselborn told the deputies that Luxembourg cannot check what NSO denies.</p>
  <p>The spyware Pegasus was bought, its maker says, by vetted governments only.</p>`;
const QUIET = '<!doctype html><html lang="en"><title>The weather</title><p>Rain until noon, and then more of it.';
/** Long enough for the scan to be under way when it is interrupted. */
const LONG = `${ARTICLE}${'<p>NSO Group sells the spyware Pegasus, and nobody in the corridor said a word about the rain.</p>'.repeat(5_000)}`;
/** `npm run bench` opens sixty. */
const TABS = 24;

const addSentence = (tab: Tab) =>
  tab.evaluate(() => {
    const sentence = document.createElement('p');
    sentence.textContent = 'NSO Group sells the spyware Pegasus.';
    document.body.append(sentence);
  });
/** How many marks there are, without asking where: of a long page that takes seconds. */
const markCount = (tab: Tab) =>
  tab.evaluate(() =>
    [...CSS.highlights].reduce((sum, [name, { size }]) => (name.startsWith('bridle-') ? sum + size : sum), 0),
  );
const openCards = (tab: Tab) =>
  tab.evaluate(() =>
    [...document.querySelectorAll('bridle-card')].map(
      (host) => host.shadowRoot?.querySelector('.card h2')?.textContent ?? '',
    ),
  );

inBothBrowsers('the life of the extension', (family) => {
  let site: Site;
  let session: Session;

  beforeAll(async () => {
    // What may not be stored does not get into the browser's cache of pages either.
    const headers = { 'cache-control': 'max-age=600' };
    site = await serve(async (path) => ({
      headers,
      body: path.startsWith('/quiet') ? QUIET : path.startsWith('/long') ? LONG : ARTICLE,
    }));
    session = await openBrowser(family, 'e2e', { asForReaders: true });
  });
  afterAll(async () => {
    await Promise.all([session?.close(), site?.close()]);
  });

  async function open(path: string): Promise<Tab> {
    const tab = await session.open(`${site.origin}${path}`);
    onTestFinished(() => tab.close());
    return tab;
  }

  async function openArticle(path = '/article'): Promise<Tab> {
    const tab = await open(path);
    await becomes(() => markedNames(tab), NAMES, 'annotated');
    return tab;
  }

  async function openInside(page = 'popup.html'): Promise<Tab> {
    const inside = await session.openExtension(page, { width: 1024, height: 900 });
    onTestFinished(() => inside.close());
    return inside;
  }

  const dossier = async (inside: Tab, path: string) =>
    (await readDossiers(inside, site.origin + path)).map(({ text }) => text);

  test('updated: the new scripts take over open pages, with one set of marks and one card', async () => {
    const quiet = await open('/quiet-update');
    const article = await openArticle('/update');
    await session.command('next-mention');
    await becomes(() => openCards(article), ['NSO Group'], 'the card of the old version');

    await session.update();
    const inside = await openInside();
    // Behind another tab a page's idle time is rare.
    await article.front();
    await becomes(
      () => dossier(inside, '/update'),
      ['NSO Group', 'Jean Asselborn', 'NSO', 'Pegasus'],
      'the new version has read the page',
    );
    await becomes(() => openCards(article), [], 'the old card is gone');
    expect(await markedNames(article)).toEqual(NAMES);

    await session.command('next-mention');
    await becomes(() => openCards(article), ['NSO Group'], 'one card, of the new version');
    await Promise.all([addSentence(article), addSentence(quiet)]);
    await becomes(() => markedNames(article), [...NAMES, 'NSOGroup', 'Pegasus'].toSorted(), 'each name once');
    await becomes(() => markedNames(quiet), ['NSOGroup', 'Pegasus'], 'the page that was waiting');
  });

  test('updated: what version 1 had stored is taken over', async () => {
    const before = await openInside();
    await setStored(before, {
      settings: {
        version: 1,
        sites: { off: ['news.example'] },
        dwellMs: 450,
        language: 'de',
        muted: [{ alias: 'NSO', site: null }],
      },
    });
    await session.update();
    const options = await openInside('options.html');
    onTestFinished(() => resetStorage(options));
    // Under load Chromium may leave the new background asleep until somebody asks it, and never answer who asks while it takes the old one's place.
    const wake = () => Promise.race([readDossiersOf(options, [1]), aWhile()]);
    await becomes(async () => {
      await wake();
      return stored(options, 'settings:dwellMs');
    }, 450);
    await becomes(() => stored(options, 'settings'), undefined, 'what was taken over is gone');
    await becomes(() => options.evaluate(() => document.documentElement.lang), 'de');
    expect(await options.evaluate(() => document.querySelector('.notice')), 'nothing was lost').toBe(null);
    const article = await open('/version-1');
    await becomes(
      () => markedNames(article),
      NAMES.filter((name) => name !== 'NSO'),
      'muted as before',
    );
  });

  test('its background ended before injecting, while matching, and under an open popup', async () => {
    const tab = await open('/quiet-background');
    await aWhile();
    await session.stopBackground();
    await addSentence(tab);
    await becomes(() => markedNames(tab), ['NSOGroup', 'Pegasus'], 'injected by a background that had to start');

    const article = await open('/judged');
    await session.stopBackground();
    await becomes(async () => (await markedNames(article)).length > 0, true, 'the gate was heard');
    await session.stopBackground();
    await becomes(() => markedNames(article), NAMES, 'all names');

    const inside = await openInside();
    const popup = await openInside(`popup.html?tab=${await tabNumber(inside, `${site.origin}/judged`)}`);
    const shown = () => popup.evaluate(() => document.body.innerText);
    await becomes(async () => /NSO Group\D*2/.test(await shown()), true, 'the popup lists the page');
    await session.stopBackground();
    await addSentence(article);
    await becomes(async () => /NSO Group\D*3/.test(await shown()), true, 'and follows it');
  });

  test('its background ended before, during and after each question of a page: marks and cards come all the same', async () => {
    const tab = await openArticle('/asked');
    const where = async () => (await tab.evaluate(readMarks)).find(({ text }) => text === 'Pegasus')!;
    const far = { x: 5, y: 5 };
    const opens = () => becomes(() => openCards(tab), ['Pegasus'], 'the card');

    await session.stopBackground();
    let { x, y } = await where();
    await tab.move(x, y);
    await opens();

    await tab.move(far.x, far.y);
    await becomes(() => openCards(tab), [], 'closed');
    ({ x, y } = await where());
    // The dwell has begun, and the question is on its way.
    await tab.move(x, y);
    await session.stopBackground();
    await opens();

    await Promise.all([addSentence(tab), session.stopBackground()]);
    await addSentence(tab);
    await becomes(
      () => markedNames(tab),
      [...NAMES, 'NSOGroup', 'NSOGroup', 'Pegasus', 'Pegasus'].toSorted(),
      'what came while it was ended',
    );
    await session.stopBackground();
    const inside = await openInside();
    await becomes(
      async () => (await dossier(inside, '/asked')).length,
      8,
      'its session is made again when it is asked for',
    );
  });

  test('nothing of a page is left with the background after a navigation, the end of the tab, and switching off; stored it is never', async () => {
    const inside = await openInside();
    onTestFinished(() => resetStorage(inside));
    const tab = await openArticle('/left');
    const closed = await openArticle('/left-closed');
    await becomes(async () => (await dossier(inside, '/left')).length, 8, 'both are known');
    const numbers = [
      await tabNumber(inside, `${site.origin}/left`),
      await tabNumber(inside, `${site.origin}/left-closed`),
    ];
    const known = () => readDossiersOf(inside, numbers);
    expect(await readStorage(inside)).not.toMatch(/Asselborn|Pegasus|NSO/);
    await closed.close();
    await becomes(async () => (await known()).length, 4, 'the closed one is gone');
    await tab.goto(`${site.origin}/quiet-left`);
    await becomes(known, [], 'after the navigation');
    await tab.goto(`${site.origin}/left-again`);
    await becomes(async () => (await known()).length, 4, 'another page');
    await session.command('switch-site');
    await becomes(known, [], 'switched off');
    expect(await readStorage(inside)).not.toMatch(/Asselborn|Pegasus|NSO/);
  });

  test('its access taken back in the middle of a scan: marks, card and scripts go, and come again with it', async () => {
    const inside = await openInside();
    const tab = await open('/long');
    onTestFinished(() => session.allow(true));
    await becomes(async () => (await markCount(tab)) > 0, true, 'the first marks');
    await session.allow(false);
    await becomes(async () => [await markCount(tab), (await markup(tab)).hosts], [0, 0], 'gone');
    await addSentence(tab);
    await aWhile();
    expect(await markCount(tab), 'nobody is left to mark').toBe(0);
    expect(await dossier(inside, '/long'), 'nothing is kept of the page').toEqual([]);
    await session.allow(true);
    await becomes(async () => (await markCount(tab)) > 0, true, 'marked again without reload');
  });

  test('its access taken back while the page lay in the cache of pages: coming back brings no marks, and with access all of them', async () => {
    const tab = await openArticle('/kept');
    onTestFinished(() => session.allow(true));
    await tab.goto(`${site.origin}/quiet-kept`);
    await session.allow(false);
    await tab.front();
    await tab.evaluate(() => {
      setTimeout(() => history.back());
    });
    await becomes(() => tab.evaluate(() => location.pathname).catch(() => ''), '/kept');
    await becomes(async () => [(await markedNames(tab)).length, (await markup(tab)).hosts], [0, 0], 'no longer ours');
    await session.allow(true);
    await becomes(() => markedNames(tab), NAMES, 'ours again');
  });

  test('two windows that change the same list at once lose nothing', async () => {
    const windows = [await openInside('options.html'), await openInside('options.html')];
    onTestFinished(() => resetStorage(windows[0]!));
    const hosts = ['one.example', 'two.example'];
    for (const [at, window] of windows.entries()) {
      await clickOn(window, '#sites form:last-of-type input');
      await window.type(hosts[at]!);
    }
    await Promise.all(
      windows.map((window) =>
        window.evaluate(() => document.querySelector<HTMLFormElement>('#sites form:last-of-type')!.requestSubmit()),
      ),
    );
    for (const window of windows) {
      await becomes(
        () =>
          window.evaluate(
            (names) => names.filter((name) => document.querySelector<HTMLElement>('#sites')!.innerText.includes(name)),
            hosts,
          ),
        hosts,
      );
    }
  });

  test.skipIf(family === 'firefox')(
    `${TABS} tabs at once: each has its dossier, and nothing of them is stored`,
    async () => {
      const inside = await openInside();
      const numbers = await inside.evaluate(
        async ({ origin, count }) => {
          const tabs = Array.from({ length: count }, (_, at) =>
            chrome.tabs.create({ url: `${origin}/many-${at}`, active: false }),
          );
          return (await Promise.all(tabs)).map(({ id }) => id);
        },
        { origin: site.origin, count: TABS },
      );
      onTestFinished(() => inside.evaluate((ids) => chrome.tabs.remove(ids), numbers));
      await expect
        .poll(() => dossier(inside, '/many-'), { timeout: 60_000, interval: 300 })
        .toHaveLength(TABS * NAMES.length);
      for (const at of [0, TABS - 1])
        expect(await dossier(inside, `/many-${at}`)).toEqual(['NSO Group', 'Jean Asselborn', 'NSO', 'Pegasus']);
      expect(await readStorage(inside)).not.toMatch(/Asselborn|Pegasus|NSO/);
    },
  );
});
