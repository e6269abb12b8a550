/** The first run: three choices of access, each asked for at the choice, in one prompt, and taken back as easily. */
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { writeBackup } from '../../platform/backup.ts';
import { readSources } from '../../data/read.ts';
import { DEFAULT_SETTINGS } from '../../platform/settings-values.ts';
import type { Session, Size, Tab } from '../../scripts/session.ts';
import { expectNoFaults, languagesJudgedIn } from './axe.ts';
import { tabNumber } from './extension.ts';
import { aWhile, becomes, inBothBrowsers, longestWaitMs, markedNames, openBrowser } from './harness.ts';
import { openFixtures } from './open-fixtures.ts';
import { clickOn, grantedOrigins, openAddresses, resetStorage, setStored } from './surfaces.ts';

const chosen = (tab: Tab) =>
  tab.evaluate(() => document.querySelector('[aria-current] h3')?.firstChild?.textContent?.trim() ?? '');

inBothBrowsers('first run', (family) => {
  let session: Session;

  beforeAll(async () => {
    session = await openBrowser(family, 'production');
  });
  afterAll(() => session?.close());

  async function openWelcome(size: Size = { width: 1024, height: 900 }): Promise<Tab> {
    const tab = await session.openExtension('welcome.html', size);
    onTestFinished(async () => {
      await resetStorage(tab);
      await tab.close();
    });
    await becomes(() => tab.evaluate(() => document.querySelectorAll('article').length), 3, 'drawn');
    return tab;
  }

  test('opens by itself once installed, and nothing has been allowed', async () => {
    const welcome = await openWelcome();
    await becomes(
      async () => (await openAddresses(welcome)).filter((address) => address.endsWith('/welcome.html')).length,
      2,
      'ours, and the browser’s own',
    );
    expect(await chosen(welcome)).toBe('Only when I click');
    expect(await grantedOrigins(welcome)).toEqual([]);
  });

  test('shows both marks on a sample, with its card, and says how many reports there are and from when', async () => {
    const welcome = await openWelcome();
    const painted = await welcome.evaluate(() =>
      ['bridle-mention', 'bridle-contested'].map((name) => CSS.highlights.get(name)?.size ?? 0),
    );
    expect(Math.min(...painted)).toBeGreaterThan(0);
    const text = await welcome.evaluate(() => document.querySelector<HTMLElement>('.page')!.innerText);
    expect(text).toContain(`${readSources().length} reports, Jul 2021 to Dec 2021`);
    expect(
      await welcome.evaluate(() => document.querySelectorAll('.card-picture .card .statement').length),
    ).toBeGreaterThan(1);
  });

  test('offers an example page, which is marked like any page', async () => {
    const welcome = await openWelcome();
    const example = await session.openExtension('example.html', { width: 1024, height: 900 });
    onTestFinished(() => example.close());
    await becomes(async () => (await markedNames(example)).includes('Pegasus'), true, 'names');
    await becomes(() => example.evaluate(() => CSS.highlights.has('bridle-contested')), true, 'sentences');
    expect(await grantedOrigins(welcome), 'without any access').toEqual([]);
  });

  test('the list of news sites can be edited, and nothing is asked for by that', async () => {
    const welcome = await openWelcome();
    const boxes = () =>
      welcome.evaluate(() =>
        [...document.querySelectorAll<HTMLInputElement>('.boxes input')].map(({ checked }) => checked),
      );
    await clickOn(welcome, 'details:has(.boxes) > summary');
    expect((await boxes()).every(Boolean)).toBe(true);
    await clickOn(welcome, '.boxes input');
    await becomes(async () => (await boxes()).filter((on) => !on).length, 1, 'one less');
    await clickOn(welcome, '.field input');
    await welcome.type('https://www.zürich.example/nachrichten?id=1');
    await welcome.press('Enter');
    await becomes(
      () =>
        welcome.evaluate(() =>
          [...document.querySelectorAll('.boxes:last-of-type label, .boxes + .boxes + .boxes label')]
            .at(-1)
            ?.textContent?.trim(),
        ),
      'zürich.example xn--zrich-kva.example',
      'as it reads, and as it is',
    );
    await clickOn(welcome, '.field input');
    await welcome.type('about:config');
    await welcome.press('Enter');
    await becomes(
      () => welcome.evaluate(() => document.querySelector('.field .fault')!.textContent),
      'Only addresses of the web (http or https) can be read.',
    );
    expect(await grantedOrigins(welcome)).toEqual([]);
  });

  test.each(languagesJudgedIn(family))('axe finds nothing in %s, light or dark, wide or narrow', async (language) => {
    const welcome = await openWelcome();
    await setStored(welcome, { 'settings:language': language });
    await becomes(() => welcome.evaluate(() => document.documentElement.lang), language);
    await clickOn(welcome, 'details:has(.boxes) > summary');
    await expectNoFaults(welcome);
  });

  test('the choices are reached by keyboard, with the focus seen', async () => {
    const welcome = await openWelcome();
    await welcome.front();
    const seen: string[] = [];
    for (let step = 0; step < 5; step++) {
      await welcome.press('Tab');
      const at = await welcome.evaluate(() => {
        const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement!);
        return {
          name: document.activeElement!.textContent,
          isSeen: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
        };
      });
      expect(at.isSeen, at.name).toBe(true);
      seen.push(at.name);
    }
    expect(seen).toEqual([
      '23 sites, show and edit',
      'Allow these sites',
      'Allow every site',
      'Try it on an example page',
      'Open the options',
    ]);
  });
});

/** Only Firefox can be told to take a real click for the reader's yes; headless Chromium waits for its prompt for ever. */
describe('access by choice (firefox)', () => {
  const here = openFixtures('firefox', 'production');

  async function openBoth(page: string): Promise<{ article: Tab; surface: Tab }> {
    const article = await here.session.open(`${here.site.origin}/article.html`);
    const surface = await here.session.openExtension(page, { width: 1024, height: 900 });
    onTestFinished(async () => {
      await Promise.all([article.close(), surface.close()]);
    });
    await becomes(() => surface.evaluate(() => document.querySelectorAll('main section').length > 2), true, 'drawn');
    return { article, surface };
  }
  const count = async (tab: Tab) => (await markedNames(tab)).length;

  test('every site, then only on a click: the open page follows at once, without reload', async () => {
    const { article, surface } = await openBoth('welcome.html');
    await aWhile();
    expect(await count(article), 'not read before').toBe(0);
    await clickOn(surface, 'article:nth-of-type(3) > .action');
    await becomes(() => chosen(surface), 'On every site');
    await becomes(() => count(article), 5, 'annotated');
    await clickOn(surface, 'article:nth-of-type(1) > .action');
    await becomes(() => chosen(surface), 'Only when I click');
    await becomes(() => count(article), 0, 'withdrawn');
    expect(await grantedOrigins(surface)).toEqual([]);
  });

  test('the sites of the list, in one prompt; then another list; then none', async () => {
    const { article, surface } = await openBoth('welcome.html');
    await clickOn(surface, 'details:has(.boxes) > summary');
    await clickOn(surface, '.field input');
    await surface.type(here.site.origin);
    await surface.press('Enter');
    await clickOn(surface, 'article:nth-of-type(2) > .action');
    await becomes(() => chosen(surface), 'On these news sites');
    await becomes(async () => (await grantedOrigins(surface)).length, 24, 'the list and ours');
    expect(await grantedOrigins(surface)).toEqual(
      expect.arrayContaining(['*://*.wort.lu/*', '*://*.lemonde.fr/*', '*://127.0.0.1/*']),
    );
    await becomes(() => count(article), 5, 'annotated');

    // Only the site of the article stays.
    await surface.evaluate(() => {
      for (const box of document.querySelectorAll<HTMLInputElement>('.boxes input:checked'))
        if (!box.closest('label')!.textContent.includes('127.0.0.1')) box.click();
    });
    await clickOn(surface, 'article:nth-of-type(2) > .action');
    await becomes(() => grantedOrigins(surface), ['*://127.0.0.1/*'], 'the others are given back');
    await becomes(() => count(article), 5, 'still annotated');
    await clickOn(surface, 'article:nth-of-type(1) > .action');
    await becomes(() => count(article), 0, 'withdrawn');
  });

  test('from every site to the list: only the list stays', async () => {
    const { surface } = await openBoth('welcome.html');
    await clickOn(surface, 'article:nth-of-type(3) > .action');
    await becomes(() => chosen(surface), 'On every site');
    await clickOn(surface, 'article:nth-of-type(2) > .action');
    // Where the browser took the list for given and dropped it with the rest, a second click asks for it.
    await becomes(async () => (await chosen(surface)) !== 'On every site', true, 'narrowed');
    if ((await chosen(surface)) !== 'On these news sites') await clickOn(surface, 'article:nth-of-type(2) > .action');
    await becomes(() => chosen(surface), 'On these news sites');
    expect(await grantedOrigins(surface)).not.toContain('*://*/*');
    await clickOn(surface, 'article:nth-of-type(1) > .action');
    await becomes(() => grantedOrigins(surface), []);
  });

  test('in the options a site is allowed and taken back, and the open page follows', async () => {
    const { article, surface } = await openBoth('options.html');
    await clickOn(surface, '#sites form input');
    await surface.type(`${here.site.origin}/article.html`);
    await clickOn(surface, '#sites form button');
    await becomes(() => count(article), 5, 'annotated');
    await becomes(() => surface.evaluate(() => document.querySelector('#sites .list bdi')?.textContent), '127.0.0.1');
    await clickOn(surface, '#sites .list button');
    await becomes(() => count(article), 0, 'withdrawn');
    await clickOn(surface, '#sites [role=switch]');
    await becomes(() => count(article), 5, 'every site');
    await becomes(
      () => surface.evaluate(() => document.querySelector<HTMLInputElement>('#sites [role=switch]')!.checked),
      true,
      'the switch shows it',
    );
    await clickOn(surface, '#sites [role=switch]');
    await becomes(() => count(article), 0, 'withdrawn');
    await becomes(() => grantedOrigins(surface), []);
  });

  test('the panel says that it may not read the page, and its button asks for the access', async () => {
    const { article, surface } = await openBoth('welcome.html');
    await article.front();
    // The toolbar button opens this page to Bridle for the moment.
    await here.session.openPopup();
    const number = await vi.waitFor(() => tabNumber(surface, here.site.origin), { timeout: longestWaitMs });
    const panel = await here.session.openExtension(`sidepanel.html?tab=${number}`, { width: 420, height: 800 });
    onTestFinished(() => panel.close());
    await becomes(
      () => panel.evaluate(() => document.querySelector('.empty h2')?.textContent),
      expect.stringContaining('127.0.0.1'),
      'why it is empty',
    );
    expect(await count(article)).toBe(0);
    await clickOn(panel, '.empty .main');
    await becomes(() => grantedOrigins(surface), ['*://127.0.0.1/*'], 'given');
    await becomes(() => count(article), 5, 'annotated');
    await becomes(() => panel.evaluate(() => document.querySelectorAll('.group').length), 4, 'listed');
    await clickOn(surface, 'article:nth-of-type(1) > .action');
    await becomes(() => grantedOrigins(surface), [], 'given back');
  });

  test('a back-up asks for the access that it names, and undoing gives it back', async () => {
    const { article, surface } = await openBoth('options.html');
    await surface.evaluate(
      (content) => {
        const files = new DataTransfer();
        files.items.add(new File([content], 'mine.json'));
        const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
        input.files = files.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      },
      writeBackup({ settings: DEFAULT_SETTINGS, access: { everywhere: false, hosts: ['127.0.0.1'] } }, new Date(0)),
    );
    await becomes(() => surface.evaluate(() => document.querySelectorAll('#backup tbody tr').length), 1, 'shown');
    expect(await grantedOrigins(surface), 'only shown').toEqual([]);
    await clickOn(surface, '#backup .action.main');
    await becomes(() => count(article), 5, 'annotated');
    await clickOn(surface, '#backup .done button');
    await becomes(() => count(article), 0, 'withdrawn');
    expect(await grantedOrigins(surface)).toEqual([]);
  });
});
