import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { changeSettings, DEFAULT_SETTINGS, isMuted, mute, parseSettings, readSettings, unmute, watchSettings } from '../../../platform/settings.ts';

beforeEach(() => fakeBrowser.reset());

test('whatever was stored becomes settings, and those stay as they are', () => {
  fc.assert(
    fc.property(fc.anything(), (stored) => {
      const settings = parseSettings(stored);
      expect(parseSettings(structuredClone(settings))).toEqual(settings);
    }),
  );
});

test('hostile fields fall back one by one; what is usable is kept', () => {
  const stored = {
    version: 'x',
    sites: { off: ['news.example', 'a/b', 'news.example', 7, '*', 'x'.repeat(300), '[::1]', 'UPPER.example'] },
    dwellMs: Number.NaN,
    language: 'tlh',
    muted: [{ alias: 'NSO', site: null }, { alias: '', site: null }, { alias: 'ONS', site: 'stats.example' }, { alias: 'x', site: 3 }, null],
  };
  expect(parseSettings(stored)).toEqual({
    version: 1,
    sites: { off: ['news.example', '[::1]'] },
    dwellMs: DEFAULT_SETTINGS.dwellMs,
    language: 'auto',
    muted: [{ alias: 'NSO', site: null }, { alias: 'ONS', site: 'stats.example' }],
  });
});

test.each([[-1, 300], [Infinity, 300], [5000, 300], [0, 0], [450.4, 450]])('a dwell of %d ms becomes %d', (stored, dwellMs) => {
  expect(parseSettings({ dwellMs: stored }).dwellMs).toBe(dwellMs);
});

test('as installed, the settings are those of the start', async () => {
  expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
});

test('a change is kept', async () => {
  await changeSettings((settings) => ({ ...settings, language: 'fr' }));
  expect((await readSettings()).language).toBe('fr');
});

test('where sync refuses, the change is kept on this machine until sync works again', async () => {
  const { set } = fakeBrowser.storage.sync;
  await changeSettings((settings) => ({ ...settings, language: 'fr' }));
  fakeBrowser.storage.sync.set = () => Promise.reject(new Error('quota'));
  await changeSettings((settings) => ({ ...settings, language: 'de' }));
  fakeBrowser.storage.sync.set = set;
  expect((await readSettings()).language).toBe('de');
  await changeSettings((settings) => ({ ...settings, language: 'en' }));
  expect((await readSettings()).language).toBe('en');
});

test('a name is muted on its site or everywhere, and marked again after that', () => {
  const here = mute({ alias: 'NSO', site: 'a.example' })(DEFAULT_SETTINGS);
  expect([isMuted(here, 'NSO', 'a.example'), isMuted(here, 'NSO', 'b.example'), isMuted(here, 'ONS', 'a.example')]).toEqual([true, false, false]);
  const everywhere = mute({ alias: 'NSO', site: null })(here);
  expect(isMuted(everywhere, 'NSO', 'b.example')).toBe(true);
  expect(unmute({ alias: 'NSO', site: null })(everywhere)).toEqual(here);
});

test('a watcher hears of a change until it ends', async () => {
  const life = new AbortController();
  const heard: string[] = [];
  watchSettings(({ language }) => heard.push(language), life.signal);
  await changeSettings((settings) => ({ ...settings, language: 'fr' }));
  await expect.poll(() => heard.at(-1)).toBe('fr');
  life.abort();
  await changeSettings((settings) => ({ ...settings, language: 'de' }));
  await readSettings();
  expect(heard.at(-1)).toBe('fr');
});
