import { expect, test } from 'vitest';
import { createVocabulary } from '../../../../presentation/search/near-words.ts';

const words = ['asselborn', 'asselborns', 'spahsoftware', 'software', 'soft', 'biden', 'denies', 'nso', 'es'];
const { spelled, nearly } = createVocabulary(words);
const inOrder = (found: { word: number; likeness: number }[]) =>
  found.toSorted((a, b) => b.likeness - a.likeness).map(({ word }) => words[word]);

test('the word itself goes before one that begins so, and that before one that holds it', () => {
  expect(inOrder(spelled('asselborn'))).toEqual(['asselborn', 'asselborns']);
  expect(inOrder(spelled('soft'))).toEqual(['soft', 'software', 'spahsoftware']);
});

test('one or two letters are the beginning of a word', () => {
  expect(inOrder(spelled('s'))).toEqual(['spahsoftware', 'software', 'soft']);
  expect(inOrder(spelled('es'))).toEqual(['es']);
});

test.each([
  ['two letters changed places', 'assleborn', 'asselborn'],
  ['a letter left out', 'aselborn', 'asselborn'],
  ['a letter too many', 'soffware', 'software'],
  ['a beginning with a slip', 'assleb', 'asselborn'],
  ['one in a short word', 'bidne', 'biden'],
])('forgives %s', (_, typed, word) => {
  expect(inOrder(nearly(typed))).toContain(word);
});

test('does not take the inside of a word for what was meant', () => {
  expect(inOrder(nearly('deny'))).toEqual(['denies']);
});

test('forgives nothing in so few letters that anything would do', () => {
  expect(nearly('nsa')).toEqual([]);
});
