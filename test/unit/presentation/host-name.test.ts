import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readableHost } from '../../../presentation/host-name.ts';

test.each([
  ['zürich.example'],
  ['süddeutsche-straße.de'],
  ['président.fr'],
  ['łódź.pl'],
  ['новости.рф'],
  ['ελλάδα.ελ'],
  ['plain.example.org'],
  ['127.0.0.1'],
  ['a.zürich.b.example'],
])('%s is shown as it reads', (name) => {
  expect(readableHost(new URL(`https://${name}`).hostname)).toBe(name);
});

test.each([
  ['Cyrillic letters under a Latin name', 'аррӏе.com'],
  ['letters of two scripts', 'pаypal.com'],
  ['a dotless i', 'gıthub.com'],
  ['Greek under a Latin name', 'ορο.com'],
])('%s stay encoded', (_, name) => {
  const { hostname } = new URL(`https://${name}`);
  expect(hostname).toContain('xn--');
  expect(readableHost(hostname)).toBe(hostname);
});

test('what is shown leads back to the same place, whatever it was', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9-]{1,20}$/), (text) => {
      const host = `xn--${text}.example`;
      const shown = readableHost(host);
      expect(shown === host ? host : new URL(`https://${shown}`).hostname).toBe(host);
    }),
    { seed: 5, numRuns: 2000 },
  );
});
