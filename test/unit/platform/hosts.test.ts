import { expect, test } from 'vitest';
import { isHost, isWithin, siteOfHost } from '../../../platform/hosts.ts';
import { isPublicSuffix } from '../../../platform/public-suffix.ts';
import { repairSettings } from '../../../platform/settings-values.ts';

test.each(['wort.lu', 'xn--zrich-kva.example', 'localhost', 'a_b.example', '127.0.0.1', '[::1]'])(
  '%s is a host',
  (host) => expect(isHost(host)).toBe(true),
);

test.each([
  '[:]',
  '[1]',
  '999.1.1.1',
  '1.2.3',
  '0x7f.1',
  'wort.lu.',
  'Wort.lu',
  'wort.lu:80',
  '*.wort.lu',
  'a..b',
  '',
  'x'.repeat(254),
])('%s is none: no address has it, and a browser takes no pattern with it', (host) => {
  expect(isHost(host)).toBe(false);
  const { settings, lost } = repairSettings({ sites: { off: ['news.example', host] } });
  expect([settings.sites.off, lost], 'the others stay, and the loss is told').toEqual([['news.example'], ['sites']]);
});

test.each([
  ['www.wort.lu', 'wort.lu'],
  ['wort.lu.', 'wort.lu'],
  ['m.wort.lu', 'm.wort.lu'],
  ['www.lu', 'www.lu'],
  ['[::1]', '[::1]'],
])('%s belongs to %s', (host, site) => expect(siteOfHost(host)).toBe(site));

test.each([
  ['wort.lu', 'wort.lu', true],
  ['wort.lu', 'www.wort.lu', true],
  ['wort.lu', 'm.wort.lu.', true],
  ['wort.lu', 'answort.lu', false],
  ['m.wort.lu', 'wort.lu', false],
  ['0.0.1', '127.0.0.1', false],
  ['localhost', 'a.localhost', false],
])('what holds for %s holds for %s: %s', (site, host, expected) => expect(isWithin(site, host)).toBe(expected));

test('what was stored with www. counts without', () => {
  const { settings, lost } = repairSettings({
    sites: { off: ['www.wort.lu', 'wort.lu'] },
    muted: [{ alias: 'NSO', site: 'www.wort.lu' }],
  });
  expect([settings.sites.off, settings.muted, lost]).toEqual([['wort.lu'], [{ alias: 'NSO', site: 'wort.lu' }], []]);
});

test.each([
  ['co.uk', true],
  ['github.io', true],
  ['lu', true],
  ['bbc.co.uk', false],
  ['user.github.io', false],
  ['localhost', false],
  ['127.0.0.1', false],
  ['[::1]', false],
])('%s stands for the sites of many: %s', (host, expected) => expect(isPublicSuffix(host)).toBe(expected));
