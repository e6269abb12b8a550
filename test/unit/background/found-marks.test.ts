import { expect, test } from 'vitest';
import { marksOf } from '../../../background/found-marks.ts';
import type { Subjects } from '../../../background/subjects.ts';
import type { Mutable } from '../../../platform/settings-values.ts';
import { match, mention } from './finds.ts';

/** The claim `c` is contested; so is any that the sentence disputes. */
const subjects: Subjects = {
  ofEntity: () => 1,
  ofContest: ({ claim, stance }) => (claim === 'c' ? 50 : stance === 'disputes' ? 60 : null),
};
const nothingMuted = () => false;

test('a mention shows the matches of its sentence, the surest first, and the sentence is a mark of its own', () => {
  const matches = [match(0, 20, 'a', 0.7), match(0, 20, 'b', 0.9)];
  const marks = marksOf({ mentions: [mention(4, 7), mention(40, 43)], matches }, subjects, nothingMuted);
  expect(marks.map(({ kind, start, matches: own }) => [kind, start, own.map(({ claim }) => claim)])).toEqual([
    ['claim', 0, ['b', 'a']],
    ['mention', 4, ['b', 'a']],
    ['mention', 40, []],
  ]);
});

test('a sentence whose claim is contested says so, and tells that claim first', () => {
  const matches = [match(0, 20, 'a', 0.9), match(0, 20, 'c', 0.7)];
  expect(marksOf({ mentions: [], matches }, subjects, nothingMuted)).toMatchObject([
    { kind: 'contested', subject: 50, matches: [{ claim: 'c' }, { claim: 'a' }] },
  ]);
});

test('a sentence that disputes a claim is contested', () => {
  const matches = [{ ...match(0, 20, 'a'), stance: 'disputes' as const }];
  expect(marksOf({ mentions: [], matches }, subjects, nothingMuted)).toMatchObject([
    { kind: 'contested', subject: 60 },
  ]);
});

test('what a sentence says is told before what it disputes: the other side of a contradiction is a mark of its own', () => {
  const disputed = { ...match(0, 30, 'a', 0.99), stance: 'disputes' as const };
  const [sentence] = marksOf({ mentions: [], matches: [disputed, match(0, 30, 'c', 0.9)] }, subjects, nothingMuted);
  expect(sentence).toMatchObject({ kind: 'contested', subject: 50, matches: [{ claim: 'c' }, { claim: 'a' }] });
});

test('doubtful mentions are marked as such, muted ones not at all', () => {
  const mentions = [mention(0, 3, { doubtful: true }), mention(9, 12, { alias: 'ONS' })];
  const marks = marksOf({ mentions, matches: [] }, subjects, (what) => 'alias' in what && what.alias === 'ONS');
  expect(marks.map(({ kind }) => kind)).toEqual(['doubtful']);
});

test('a muted claim is told nowhere; what else the sentence takes up still is', () => {
  const matches = [match(0, 20, 'c', 0.9), match(0, 20, 'a', 0.7)];
  const isMuted = (what: Mutable) => 'claim' in what && what.claim === 'c';
  expect(marksOf({ mentions: [mention(4, 7)], matches }, subjects, isMuted)).toMatchObject([
    { kind: 'claim', matches: [{ claim: 'a' }] },
    { kind: 'mention', matches: [{ claim: 'a' }] },
  ]);
  expect(marksOf({ mentions: [], matches: matches.slice(0, 1) }, subjects, isMuted)).toEqual([]);
});

test('a statement to which a sentence is only related makes no mark', () => {
  const matches = [{ ...match(0, 20, 'a'), stance: 'related' as const }];
  const marks = marksOf({ mentions: [mention(4, 7)], matches }, subjects, nothingMuted);
  expect(marks).toMatchObject([{ kind: 'mention', matches: [] }]);
});
