import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partners, publishers } from '../../../data/news-sites.json' with { type: 'json' };
import { covers, hostOfPattern, sitePatternOf } from '../../../platform/match-pattern.ts';
import { isHost } from '../../../platform/hosts.ts';
import { siteNameOf } from '../../../platform/site-name.ts';

test.each([
  ['wort.lu', 'wort.lu'],
  ['  www.wort.lu ', 'wort.lu'],
  ['WWW.Wort.LU.', 'wort.lu'],
  ['https://www.lemonde.fr/pixels/article/2021/07/18/x.html?a=b#c', 'lemonde.fr'],
  ['http://user-name.example.org:8080/', 'user-name.example.org'],
  ['//example.org/page', 'example.org'],
  ['*.example.org', 'example.org'],
  ['example.org:8443/path', 'example.org'],
  ['zürich.example', 'xn--zrich-kva.example'],
  ['localhost:3000', 'localhost'],
  ['127.0.0.1', '127.0.0.1'],
  ['[::1]:8080', '[::1]'],
  ['www.lu', 'www.lu'],
])('%s means %s', (input, host) => {
  expect(siteNameOf(input)).toEqual({ host });
});

test.each([
  ['', 'empty'],
  ['   ', 'empty'],
  ['two words', 'name'],
  ['word', 'name'],
  ['https://', 'name'],
  ['exa mple.org', 'name'],
  ['wort.lu@other.example', 'name'],
  ['https://wort.lu:secret@other.example/', 'name'],
  ['a..b', 'name'],
  ['<script>.example', 'name'],
  ['*://*/*', 'name'],
  ['*', 'name'],
  ['x'.repeat(3000), 'name'],
  ['ftp://example.org', 'scheme'],
  ['data:text/html,x', 'scheme'],
  ['about:config', 'scheme'],
  ['chrome://extensions', 'scheme'],
  ['file:///etc/hosts', 'scheme'],
  ['https://addons.mozilla.org/de/', 'closed'],
  ['chromewebstore.google.com', 'closed'],
])('%s is refused as %s', (input, fault) => expect(siteNameOf(input)).toEqual({ fault }));

test('whatever is typed, what comes out is a host name that a pattern covers, and stays itself', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.domain(),
        fc.webUrl(),
        fc.ipV4(),
        fc.ipV6().map((ip) => `[${ip}]`),
      ),
      (input) => {
        const read = siteNameOf(input);
        if (!('host' in read)) return;
        const { host } = read;
        expect(isHost(host)).toBe(true);
        expect(siteNameOf(host)).toEqual(read);
        expect(hostOfPattern(sitePatternOf(host))).toBe(host);
        expect(covers(sitePatternOf(host), `https://${host}`)).toBe(true);
      },
    ),
  );
});

test('access to a site is access to what is below it, and to nothing beside it', () => {
  const pattern = sitePatternOf('wort.lu');
  expect(['wort.lu', 'www.wort.lu', 'm.wort.lu'].map((host) => covers(pattern, `https://${host}`))).toEqual([
    true,
    true,
    true,
  ]);
  expect(['answort.lu', 'wort.lu.example', 'lu'].map((host) => covers(pattern, `https://${host}`))).toEqual([
    false,
    false,
    false,
  ]);
});

test('the offered news sites are names as a reader would be allowed to type them, each once', () => {
  const hosts = [...publishers, ...partners].map(({ host }) => host);
  expect(hosts.map(siteNameOf)).toEqual(hosts.map((host) => ({ host })));
  expect(new Set(hosts).size).toBe(hosts.length);
  expect(partners.length).toBe(17);
});
