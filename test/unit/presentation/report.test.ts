import { expect, test } from 'vitest';
import { words as cardWords } from 'virtual:bridle/words/card';
import { addressPart } from '../../../presentation/address-part.ts';
import type { Subject } from '../../../presentation/card.ts';
import { reportOf } from '../../../presentation/report.ts';
import { createWords } from '../../../presentation/words.ts';

const report = (subject: Subject) => reportOf(subject, '1.2.3', '2020-12', createWords(cardWords.en, 'en'));

test('says what a card is of, what led to it, and which version, and ends where the address follows', () => {
  const mention = { entity: 'dam-works', alias: 'Dam', doubtful: true, cues: ['builder', 'river'] };
  const matches = [{ claim: 'safe', stance: 'disputes' as const }];
  expect(report({ kind: 'place', target: { mention, matches } }).split('\n')).toEqual([
    'What is wrong: ',
    '',
    'Read as: “Dam” → dam-works',
    'Words that spoke for it: builder, river',
    'This sentence disputes: safe',
    'Bridle 1.2.3 · What Bridle knows ends Dec 2020',
    'Page: ',
  ]);
  expect(report({ kind: 'claim', id: 'safe' })).toContain('\nRecord: claim safe\n');
});

test.each([
  ['full', 'https://me@news.example:8080/a/b?id=7#part'],
  ['page', 'https://news.example:8080/a/b'],
  ['host', 'news.example:8080'],
] as const)('of the address, the reader tells as much as wanted: %s', (part, told) => {
  expect(addressPart('https://me@news.example:8080/a/b?id=7#part', part)).toBe(told);
});
