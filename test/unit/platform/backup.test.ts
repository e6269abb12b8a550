import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_BACKUP_BYTES, readBackup, writeBackup, type Backup } from '../../../platform/backup.ts';
import {
  MAX_MUTED,
  DEFAULT_SETTINGS,
  CARD_KEYS,
  DENSITIES,
  LANGUAGE_CHOICES,
  MARK_STYLES,
  SENTENCE_CHOICES,
} from '../../../platform/settings-values.ts';

const backup: Backup = {
  settings: {
    ...DEFAULT_SETTINGS,
    dwellMs: 450,
    language: 'fr',
    sites: { off: ['intranet.example'] },
    muted: [
      { alias: 'ONS', site: 'stats.example' },
      { alias: 'Ons', site: null },
    ],
  },
  access: { everywhere: false, hosts: ['wort.lu', '127.0.0.1'] },
};
const text = writeBackup(backup, new Date('2026-01-02T03:04:05Z'));
type File = { settings: Record<string, unknown>; [key: string]: unknown };
const changed = (change: (file: File) => void): string => {
  const file = JSON.parse(text) as File;
  change(file);
  return JSON.stringify(file);
};

test('what is saved comes back as it was', () => {
  expect(readBackup(text)).toEqual({ backup });
  expect(readBackup(`\uFEFF${text}`)).toEqual({ backup });
});

const words = fc.string({ minLength: 1, maxLength: 80 });
const site = fc.option(fc.domain(), { nil: null });
const muted = fc.oneof(fc.record({ alias: words, site }), fc.record({ claim: words, site }));
test('any settings come back as they were', () => {
  const any: fc.Arbitrary<Backup> = fc.record({
    settings: fc.record({
      version: fc.constant(2 as const),
      sites: fc.record({ off: fc.uniqueArray(fc.domain(), { maxLength: 9 }) }),
      dwellMs: fc.integer({ min: 0, max: 2000 }),
      cardKey: fc.constantFrom(...CARD_KEYS),
      density: fc.constantFrom(...DENSITIES),
      sentences: fc.constantFrom(...SENTENCE_CHOICES),
      markStyle: fc.constantFrom(...MARK_STYLES),
      ticks: fc.boolean(),
      badge: fc.boolean(),
      language: fc.constantFrom(...LANGUAGE_CHOICES),
      muted: fc.uniqueArray(muted, { maxLength: 9, selector: (entry) => JSON.stringify(entry) }),
    }),
    access: fc.record({ everywhere: fc.boolean(), hosts: fc.uniqueArray(fc.domain(), { maxLength: 9 }) }),
  });
  fc.assert(
    fc.property(any, (given) => {
      expect(readBackup(writeBackup(given, new Date(0)))).toEqual({ backup: given });
    }),
  );
});

test.each([
  ['nothing', '', 'json'],
  ['half a file', text.slice(0, text.length / 2), 'json'],
  ['a picture', '\u0089PNG\r\n\u001a\n', 'json'],
  ['a web page', '<!doctype html><title>x</title>', 'json'],
  ['a number', '7', 'foreign'],
  ['null', 'null', 'foreign'],
  ['a list', '[]', 'foreign'],
  ['another program’s settings', '{"kind":"other-settings","version":2}', 'foreign'],
  [
    'a newer file',
    changed((file) => {
      file.version = 3;
    }),
    'newer',
  ],
  [
    'more than a megabyte',
    changed((file) => {
      file.saved = 'x'.repeat(MAX_BACKUP_BYTES);
    }),
    'size',
  ],
  ['a hundred megabytes', 'x'.repeat(100_000_000), 'size'],
  ['brackets without end', '['.repeat(900_000), 'depth'],
  ['a hundred thousand brackets, closed again', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'depth'],
  [
    'deep nesting',
    changed((file) => {
      file.settings.muted = JSON.parse(`${'['.repeat(50)}${']'.repeat(50)}`);
    }),
    'depth',
  ],
])('%s is refused', (_what, given, fault) => expect(readBackup(given)).toMatchObject({ fault }));

test('brackets within a text are no nesting', () => {
  const alias = '[{[{[{[{[{[{"\\';
  const read = readBackup(
    changed((file) => {
      file.settings.muted = [{ alias, site: null }];
    }),
  );
  expect(read).toMatchObject({ backup: { settings: { muted: [{ alias, site: null }] } } });
});

test.each<[string, (file: File) => void, string]>([
  [
    'a dwell below zero',
    (file) => {
      file.settings.dwellMs = -1;
    },
    'settings.dwellMs',
  ],
  [
    'a dwell as text',
    (file) => {
      file.settings.dwellMs = '300';
    },
    'settings.dwellMs',
  ],
  [
    'an unknown language',
    (file) => {
      file.settings.language = 'tlh';
    },
    'settings.language',
  ],
  [
    'a missing setting',
    (file) => {
      delete file.settings.density;
    },
    'settings.density',
  ],
  [
    'a setting that is none',
    (file) => {
      file.settings.tracking = true;
    },
    'settings.tracking',
  ],
  [
    'a site that is a pattern',
    (file) => {
      file.settings.sites = { off: ['*'] };
    },
    'settings.sites.off.0',
  ],
  [
    'a site with markup',
    (file) => {
      file.access = { everywhere: false, hosts: ['ok.example', '"><script>'] };
    },
    'access.hosts.1',
  ],
  [
    'an endless alias',
    (file) => {
      file.settings.muted = [{ alias: 'x'.repeat(500), site: null }];
    },
    'settings.muted.0.alias',
  ],
  [
    'too many aliases',
    (file) => {
      file.settings.muted = Array.from({ length: MAX_MUTED + 1 }, (_, at) => ({ alias: `${at}`, site: null }));
    },
    'settings.muted',
  ],
])('%s is refused with its place', (_what, change, place) =>
  expect(readBackup(changed(change))).toEqual({ fault: 'value', place }),
);

test('a file cannot reach the prototype of anything', () => {
  const read = readBackup(text.replace('"settings": {', '"settings": { "__proto__": { "polluted": true },'));
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  expect('fault' in read || !('polluted' in read.backup.settings)).toBe(true);
});

test.each(['__proto__', 'constructor', 'prototype'])(
  'a key called %s is none of ours, at any place of a file',
  (key) => {
    for (const place of ['"settings": {', '"sites": {', '"access": {', '{']) {
      expect(readBackup(text.replace(place, `${place} "${key}": { "polluted": true },`))).toHaveProperty('fault');
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  },
);

test('whatever a file holds, reading it throws nothing, and gives settings or a reason', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (given) => {
      expect(readBackup(given)).toHaveProperty('fault');
    }),
  );
});
