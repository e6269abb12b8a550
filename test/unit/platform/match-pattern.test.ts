import { expect, test } from 'vitest';
import { covers, sitePatternOf } from '../../../platform/match-pattern.ts';

test.each([
  ['*://a.example/*', 'https://a.example', true],
  ['*://a.example/*', 'http://a.example:8080', true],
  ['*://a.example/*', 'https://b.a.example', false],
  ['*://*.a.example/*', 'https://b.a.example', true],
  ['*://*.a.example/*', 'https://a.example', true],
  ['*://*.a.example/*', 'https://nota.example', false],
  ['https://a.example/*', 'http://a.example', false],
  ['*://*.a.example/*', 'https://a.example.', true],
  ['*://*/*', 'https://any.example', true],
  ['<all_urls>', 'http://any.example', true],
  ['<all_urls>', 'file:///etc', false],
  ['*://*/*', 'null', false],
  ['nonsense', 'https://a.example', false],
])('%s covers %s: %s', (pattern, origin, expected) => {
  expect(covers(pattern, origin)).toBe(expected);
});

test('the pattern of a host covers it in http and https', () => {
  expect(['http://a.example', 'https://a.example'].map((origin) => covers(sitePatternOf('a.example'), origin))).toEqual(
    [true, true],
  );
});
