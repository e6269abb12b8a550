import { expect, test } from 'vitest';
import { languageOf } from '../../../platform/language.ts';

test.each([
  ['fr-CH', 'fr'],
  ['de', 'de'],
  ['en-US', 'en'],
  ['lb', 'en'],
  ['', 'en'],
])('a browser in %j gets %s', (browser, language) => {
  expect(languageOf('auto', browser)).toBe(language);
});

test('the reader’s choice goes before the browser’s', () => {
  expect(languageOf('de', 'fr-FR')).toBe('de');
});
