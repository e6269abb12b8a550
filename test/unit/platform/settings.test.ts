import fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  areOnlyHere,
  BACKUP,
  changeSettings,
  closeNotice,
  DEFAULT_SETTINGS,
  readNotice,
  keepSettings,
  readSettings,
  settingsNow,
  settleSettings,
  watchSettings,
} from '../../../platform/settings.ts';
import { isMuted, unmute } from '../../../platform/muted.ts';
import {
  CARD_KEYS,
  DENSITIES,
  SENTENCE_CHOICES,
  LANGUAGE_CHOICES,
  MARK_STYLES,
  parseSettings,
  repairSettings,
  type Settings,
} from '../../../platform/settings-values.ts';

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
    muted: [
      { alias: 'NSO', site: null },
      { alias: '', site: null },
      { alias: 'ONS', site: 'stats.example' },
      { alias: 'x', site: 3 },
      null,
    ],
  };
  expect(parseSettings(stored)).toEqual({
    ...DEFAULT_SETTINGS,
    sites: { off: ['news.example', '[::1]'] },
    dwellMs: DEFAULT_SETTINGS.dwellMs,
    language: 'auto',
    muted: [
      { alias: 'NSO', site: null },
      { alias: 'ONS', site: 'stats.example' },
    ],
  });
});

test.each([
  [-1, 300],
  [Infinity, 300],
  [5000, 300],
  [0, 0],
  [450.4, 450],
])('a dwell of %d ms becomes %d', (stored, dwellMs) => {
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
  expect([(await readSettings()).language, await areOnlyHere()]).toEqual(['de', true]);
  await changeSettings((settings) => ({ ...settings, language: 'en' }));
  expect([(await readSettings()).language, await areOnlyHere()]).toEqual(['en', false]);
});

test('what sync refused is offered to it again', async () => {
  const { set } = fakeBrowser.storage.sync;
  fakeBrowser.storage.sync.set = () => Promise.reject(new Error('quota'));
  await changeSettings((settings) => ({ ...settings, dwellMs: 700 }));
  await settleSettings();
  expect(await areOnlyHere()).toBe(true);
  fakeBrowser.storage.sync.set = set;
  await settleSettings();
  expect([(await readSettings()).dwellMs, await areOnlyHere()]).toEqual([700, false]);
});

test('where nothing can be stored, the one who changes hears of it', async () => {
  const refuse = () => Promise.reject(new Error('disk full'));
  const [sync, local] = [fakeBrowser.storage.sync.set, fakeBrowser.storage.local.set];
  fakeBrowser.storage.sync.set = refuse;
  fakeBrowser.storage.local.set = refuse;
  await expect(changeSettings((settings) => ({ ...settings, dwellMs: 700 }))).rejects.toThrow('disk full');
  Object.assign(fakeBrowser.storage.sync, { set: sync });
  Object.assign(fakeBrowser.storage.local, { set: local });
  expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
});

test('two windows that change different things at once both get their way', async () => {
  await Promise.all([
    changeSettings((settings) => ({ ...settings, language: 'fr' })),
    changeSettings((settings) => ({ ...settings, dwellMs: 900 })),
    changeSettings((settings) => ({ ...settings, muted: [...settings.muted, { alias: 'NSO', site: null }] })),
  ]);
  expect(await readSettings()).toEqual({
    ...DEFAULT_SETTINGS,
    language: 'fr',
    dwellMs: 900,
    muted: [{ alias: 'NSO', site: null }],
  });
});

test.each(['sync', 'local'] as const)(
  'settings of version 1 in %s are taken over once, and none is called lost',
  async (area) => {
    const old = {
      version: 1,
      sites: { off: ['news.example'] },
      dwellMs: 450,
      language: 'de',
      muted: [{ alias: 'NSO', site: null }],
    };
    await fakeBrowser.storage[area].set({ settings: old });
    const taken = { ...DEFAULT_SETTINGS, ...old, version: 2 };
    expect(await readSettings()).toEqual(taken);
    await settleSettings();
    expect([await readSettings(), await readNotice()]).toEqual([taken, []]);
    expect(await fakeBrowser.storage[area].get('settings')).toEqual({});
    expect(await areOnlyHere()).toBe(false);
  },
);

test('what cannot be read is reset, named once, and its copy kept', async () => {
  await fakeBrowser.storage.sync.set({
    'settings:dwellMs': 'soon',
    'settings:language': 'fr',
    'settings:muted': [{ alias: 'NSO', site: null }, 7],
  });
  await settleSettings();
  expect(await readSettings()).toEqual({ ...DEFAULT_SETTINGS, language: 'fr', muted: [{ alias: 'NSO', site: null }] });
  expect(await readNotice()).toEqual(['dwellMs', 'muted']);
  const { [BACKUP]: copies } = await fakeBrowser.storage.local.get(BACKUP);
  expect(copies).toMatchObject([{ values: { dwellMs: 'soon', muted: [{ alias: 'NSO', site: null }, 7] } }]);
  await closeNotice();
  await settleSettings();
  expect(await readNotice()).toEqual([]);
});

test('what a newer version stored is read as far as it goes, and left alone', async () => {
  const newer = { 'settings:version': 3, 'settings:density': 'by-mood', 'settings:language': 'fr' };
  await fakeBrowser.storage.sync.set(newer);
  await settleSettings();
  expect(await readSettings()).toEqual({ ...DEFAULT_SETTINGS, language: 'fr' });
  expect(await fakeBrowser.storage.sync.get(null)).toEqual(newer);
});

test('a choice made beside what a newer version stored changes nothing else', async () => {
  const newer = { 'settings:version': 3, 'settings:density': 'by-mood', 'settings:language': 'fr' };
  await fakeBrowser.storage.sync.set(newer);
  await changeSettings((settings) => ({ ...settings, dwellMs: 700 }));
  await settleSettings();
  expect(await fakeBrowser.storage.sync.get(null)).toEqual({ ...newer, 'settings:dwellMs': 700 });
  expect(await readNotice()).toEqual([]);
});

const words = fc.string({ minLength: 1, maxLength: 80 });
const site = fc.option(fc.domain(), { nil: null });
const muted = fc.oneof(fc.record({ alias: words, site }), fc.record({ claim: words, site }));
const settings: fc.Arbitrary<Settings> = fc.record({
  version: fc.constant(2 as const),
  sites: fc.record({ off: fc.uniqueArray(fc.domain(), { maxLength: 20 }) }),
  dwellMs: fc.integer({ min: 0, max: 2000 }),
  cardKey: fc.constantFrom(...CARD_KEYS),
  density: fc.constantFrom(...DENSITIES),
  sentences: fc.constantFrom(...SENTENCE_CHOICES),
  markStyle: fc.constantFrom(...MARK_STYLES),
  ticks: fc.boolean(),
  badge: fc.boolean(),
  language: fc.constantFrom(...LANGUAGE_CHOICES),
  muted: fc.uniqueArray(muted, { maxLength: 20, selector: (entry) => JSON.stringify(entry) }),
});

test('settings that are right are kept to the letter', () => {
  fc.assert(
    fc.property(settings, (given) => {
      expect(repairSettings(given)).toEqual({ settings: given, lost: [] });
    }),
  );
});

test('one foreign value costs its own choice and no other, and is named', () => {
  fc.assert(
    fc.property(
      settings,
      fc.constantFrom('dwellMs', 'density', 'markStyle', 'badge', 'language'),
      fc.anything(),
      (given, key, foreign) => {
        fc.pre(foreign !== undefined && repairSettings({ [key]: foreign }).lost.length > 0);
        expect(repairSettings({ ...given, [key]: foreign })).toEqual({
          settings: { ...given, [key]: DEFAULT_SETTINGS[key as 'dwellMs'] },
          lost: [key],
        });
      },
    ),
  );
});

test('a name is muted on its site or everywhere, and marked again after that', () => {
  const here: Settings = { ...DEFAULT_SETTINGS, muted: [{ alias: 'NSO', site: 'a.example' }] };
  expect([
    isMuted(here, { alias: 'NSO' }, 'a.example'),
    isMuted(here, { alias: 'NSO' }, 'www.a.example'),
    isMuted(here, { alias: 'NSO' }, 'b.example'),
    isMuted(here, { alias: 'ONS' }, 'a.example'),
  ]).toEqual([true, true, false, false]);
  const everywhere: Settings = { ...here, muted: [...here.muted, { alias: 'NSO', site: null }] };
  expect(isMuted(everywhere, { alias: 'NSO' }, 'b.example')).toBe(true);
  expect(unmute({ alias: 'NSO', site: null })(everywhere)).toEqual(here);
});

test('a muted claim is no muted name, whatever it is called', () => {
  const here: Settings = { ...DEFAULT_SETTINGS, muted: [{ claim: 'NSO', site: 'a.example' }] };
  expect([
    isMuted(here, { claim: 'NSO' }, 'a.example'),
    isMuted(here, { alias: 'NSO' }, 'a.example'),
    isMuted(here, { claim: 'NSO' }, 'b.example'),
  ]).toEqual([true, false, false]);
  expect(unmute({ alias: 'NSO', site: 'a.example' })(here)).toEqual(here);
  expect(unmute({ claim: 'NSO', site: 'a.example' })(here).muted).toEqual([]);
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

test('what pages wait for is read once, and again after a change here or elsewhere', async () => {
  keepSettings();
  await settingsNow();
  const read = vi.spyOn(fakeBrowser.storage.sync, 'get');
  expect((await settingsNow()).dwellMs).toBe(DEFAULT_SETTINGS.dwellMs);
  expect(read).not.toHaveBeenCalled();
  await changeSettings((settings) => ({ ...settings, dwellMs: 450 }));
  expect((await settingsNow()).dwellMs).toBe(450);
  await fakeBrowser.storage.sync.set({ 'settings:dwellMs': 600 });
  expect((await settingsNow()).dwellMs).toBe(600);
});
