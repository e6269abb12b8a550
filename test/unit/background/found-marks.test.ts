import { expect, test } from 'vitest';
import { marksOf } from '../../../background/found-marks.ts';
import { match, mention } from './finds.ts';

test('a mention shows the matches of its sentence, the surest first, and the sentence is a mark of its own', () => {
  const marks = marksOf(
    { mentions: [mention(4, 7), mention(40, 43)], matches: [match(0, 20, 'a', 0.7), match(0, 20, 'b', 0.9)] },
    () => false,
  );
  expect(marks.map(({ kind, start, matches }) => [kind, start, matches.map(({ claim }) => claim)])).toEqual([
    ['claim', 0, ['b', 'a']],
    ['mention', 4, ['b', 'a']],
    ['mention', 40, []],
  ]);
});

test('doubtful mentions are marked as such, muted ones not at all', () => {
  const marks = marksOf(
    { mentions: [mention(0, 3, { doubtful: true }), mention(9, 12, { alias: 'ONS' })], matches: [] },
    (alias) => alias === 'ONS',
  );
  expect(marks.map(({ kind }) => kind)).toEqual(['doubtful']);
});

test('a statement to which a sentence is only related makes no mark', () => {
  const marks = marksOf(
    { mentions: [mention(4, 7)], matches: [{ ...match(0, 20, 'a'), stance: 'related' }] },
    () => false,
  );
  expect(marks).toMatchObject([{ kind: 'mention', matches: [] }]);
});
