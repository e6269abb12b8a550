/** The journal: what is kept of contested statements, and only where the reader wants it. */
import { expect, onTestFinished, test } from 'vitest';
import type { Tab } from '../../scripts/session.ts';
import { expectNoFaults, languagesJudgedIn } from './axe.ts';
import { aWhile, becomes, inBothBrowsers, markedNames } from './harness.ts';
import { openFixtures } from './open-fixtures.ts';
import { clickOn, resetStorage, setStored, stored } from './surfaces.ts';

inBothBrowsers('journal', (family) => {
  const here = openFixtures(family);

  async function openOwn(page: 'options.html' | 'journal.html'): Promise<Tab> {
    const tab = await here.session.openExtension(page, { width: 1000, height: 900 });
    onTestFinished(async () => {
      await resetStorage(tab);
      await tab.close();
    });
    await becomes(() => tab.evaluate(() => document.querySelector('[role=switch]') !== null), true, 'drawn');
    return tab;
  }

  async function read(path: string): Promise<void> {
    const tab = await here.session.open(`${here.site.origin}/${path}`);
    onTestFinished(() => tab.close().catch(() => undefined));
    await becomes(async () => (await markedNames(tab)).length > 0, true, 'annotated');
    await tab.front();
  }

  const kept = async (tab: Tab) =>
    Object.entries((await stored(tab, null, 'local')) as Record<string, { address: string }[]>)
      .filter(([name]) => name.startsWith('journal:day:'))
      .flatMap(([, entries]) => entries);
  const shown = (tab: Tab, selector: string) =>
    tab.evaluate((wanted) => [...document.querySelectorAll(wanted)].map(({ textContent }) => textContent), selector);

  test('off until it is switched on; then what is contested on a page in front is kept, found, saved and erased', async () => {
    const options = await openOwn('options.html');
    await read('contradictions.html');
    await aWhile();
    expect(await kept(options), 'off').toEqual([]);
    await clickOn(options, '#journal [role=switch]');
    await becomes(() => stored(options, 'journal:on', 'local'), true, 'on');

    await read('contradictions.html?story=7#part');
    await becomes(async () => (await kept(options)).length > 0, true, 'kept');
    const addresses = (await kept(options)).map(({ address }) => address);
    expect(new Set(addresses)).toEqual(new Set([`${here.site.origin}/contradictions.html?story=7`]));

    const journal = await openOwn('journal.html');
    await becomes(async () => (await shown(journal, 'article li')).length, addresses.length, 'listed');
    await clickOn(journal, 'input[type=search]');
    await journal.type('bassoon');
    await becomes(() => shown(journal, 'article'), [], 'nothing found');
    expect(await shown(journal, '#kept > .body > [role=status]')).toContain('0 statements');
    for (let letter = 0; letter < 'bassoon'.length; letter++) await journal.press('Backspace');
    await journal.type('story=7');
    await becomes(async () => (await shown(journal, 'article li')).length, addresses.length, 'found by its address');

    await journal.evaluate(() => {
      const { createObjectURL } = URL;
      URL.createObjectURL = (file: Blob) => {
        void file.text().then((text) => (document.body.dataset.saved = text));
        return createObjectURL.call(URL, file);
      };
    });
    await clickOn(journal, '[role=group] button');
    await becomes(
      async () => (await journal.evaluate(() => document.body.dataset.saved ?? '')).includes('story=7'),
      true,
      'saved as Markdown',
    );

    await clickOn(journal, '#kept .body > button.action:last-of-type');
    expect((await kept(options)).length, 'asked first').toBe(addresses.length);
    await clickOn(journal, '.ask .main');
    await becomes(() => kept(options), [], 'erased');
    await becomes(() => shown(journal, 'article'), [], 'gone from the page');
    expect(await journal.evaluate(() => document.activeElement?.textContent), 'the focus stays').toBe(
      'Erase the journal…',
    );
    expect(await stored(options, 'journal:on', 'local'), 'still on').toBe(true);
  });

  test('what cannot be read is told, and can be saved', async () => {
    const journal = await openOwn('journal.html');
    await journal.evaluate(async () => {
      const { local } = (globalThis.browser ?? chrome).storage as unknown as {
        local: { set(items: object): Promise<void> };
      };
      await local.set({ 'journal:day:2026-01-02': [{ at: 'once' }, 7] });
    });
    await becomes(
      async () => (await shown(journal, '.notice')).map((text) => /^2 entries .* cannot be read/.test(text)),
      [true],
    );
    expect(await shown(journal, '.notice button')).toEqual(['Save it as a file']);
  });

  test.each(languagesJudgedIn(family))(
    'axe finds nothing in it in %s, light or dark, wide or narrow',
    async (language) => {
      const journal = await openOwn('journal.html');
      await setStored(journal, { 'settings:language': language });
      await journal.evaluate(async () => {
        const { local } = (globalThis.browser ?? chrome).storage as unknown as {
          local: { set(items: object): Promise<void> };
        };
        const entry = {
          at: '2026-01-02T10:00:00.000Z',
          address: 'https://news.example/an-article-with-a-long-name-in-its-address',
          title: 'An article',
          claim: 'asselborn-two-offices',
          stance: 'restates',
          kinds: ['contradicts'],
        };
        await local.set({ 'journal:on': true, 'journal:day:2026-01-02': [entry, null] });
      });
      await becomes(async () => (await shown(journal, 'article li')).length, 1, 'listed');
      await becomes(() => journal.evaluate(() => document.documentElement.lang), language);
      await expectNoFaults(journal);
    },
  );
});
