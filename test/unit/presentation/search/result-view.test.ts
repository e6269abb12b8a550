import { expect, test } from 'vitest';
import { readWords } from '../../../../cli/words.ts';
import { resultView } from '../../../../presentation/search/result-view.ts';
import { facts } from '../../../fixtures/facts.ts';

const words = readWords('en');

test('a statement never stands without its speaker, and says who relayed it', () => {
  expect(resultView({ kind: 'claim', id: 'blessing' }, facts, words)).toMatchObject({
    title: 'The regent blesses the water',
    details: ['The regent', 'relayed by Zoé Müller', 'statement', '3 Feb 2020'],
  });
});

test('says whether a statement is contested: another contradicts it or takes it back', () => {
  const contested = facts.claims.filter(({ id }) => resultView({ kind: 'claim', id }, facts, words).isContested);
  expect(contested.map(({ id }) => id)).toEqual(['safe', 'cracked']);
});

test('a relation says what it is and between whom', () => {
  expect(resultView({ kind: 'relation', id: 'heights' }, facts, words)).toEqual({
    heading: 'Different count',
    title: 'Why heights',
    details: ['Zoé Müller', 'Dam Works'],
    isContested: false,
  });
});
