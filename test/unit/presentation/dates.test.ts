import { expect, test } from 'vitest';
import { boundsOf, compareDates, formatDate } from '../../../presentation/dates.ts';
import { createWords } from '../../../presentation/words.ts';
import { words as table } from 'virtual:bridle/words/card';

test.each([
  ['2021-10-20', '20 Oct 2021', '20 oct. 2021', '20. Okt. 2021'],
  ['2021-11', 'Nov 2021', 'nov. 2021', 'Nov. 2021'],
  ['2021', '2021', '2021', '2021'],
  ['2021-11~', 'around Nov 2021', 'vers nov. 2021', 'etwa Nov. 2021'],
  ['2021?', '2021 (uncertain)', '2021 (incertain)', '2021 (unsicher)'],
  ['2019/..', 'since 2019', 'depuis 2019', 'seit 2019'],
  ['../2021-10-19', 'until 19 Oct 2021', 'jusqu’à 19 oct. 2021', 'bis 19. Okt. 2021'],
  ['2021-07/2021-10~', 'Jul 2021 – around Oct 2021', 'juil. 2021 – vers oct. 2021', 'Juli 2021 – etwa Okt. 2021'],
])('%s is read in three languages', (edtf, en, fr, de) => {
  const shown = (['en', 'fr', 'de'] as const).map((language) => createWords(table[language], language).date(edtf));
  expect(shown).toEqual([en, fr, de]);
});

test('what is no date is shown as it is', () => {
  expect(formatDate('soon', createWords(table.en, 'en'))).toBe('soon');
});

test('dates stand in order of time, the less exact one first', () => {
  const dates = ['2021-10-20', '../2021', '2021-11~', '2019/..', '2021', '2021-10'];
  expect(dates.toSorted(compareDates)).toEqual(['../2021', '2019/..', '2021', '2021-10', '2021-10-20', '2021-11~']);
});

test('of two dates that begin together, the one that ends first stands first', () => {
  expect(['2021-10~/2021-11~', '2021-10~'].toSorted(compareDates)).toEqual(['2021-10~', '2021-10~/2021-11~']);
});

test('a month ends on its last day', () => {
  expect(boundsOf('2020-02')).toEqual({ from: Date.UTC(2020, 1, 1), to: Date.UTC(2020, 1, 29) });
});
