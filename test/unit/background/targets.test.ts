import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTarget, writeTarget } from '../../../background/targets.ts';
import { match, mention } from './finds.ts';

test.each([
  ['a sure mention', mention(0, 3, { cues: ['spyware'] }), []],
  ['a doubtful one', mention(0, 3, { doubtful: true, cues: ['spyware'] }), []],
  ['a sentence', null, [match(0, 9, 'a'), match(0, 9, 'b')]],
  ['a mention in a sentence', mention(0, 3), [match(0, 9, 'a')]],
])('%s comes back as the card needs it', (_, found, matches) => {
  const stated = matches.map((one) => ({ ...one, stance: 'disputes' as const }));
  const read = readTarget(writeTarget({ mention: found, matches: stated }));
  expect(read!.matches).toEqual(stated.map(({ claim, stance }) => ({ claim, stance })));
  expect(read!.mention?.entity).toBe(found?.entity);
  expect(read!.mention?.alias).toBe(found?.alias);
  expect(read!.mention?.cues ?? null).toEqual(found && (found.doubtful ? found.cues : []));
});

test('whatever else a page hands back is read as nothing', () => {
  for (const forged of [
    '',
    'null',
    '5',
    '{}',
    '{"claims":[]}',
    '{"claims":[["a","proves"]]}',
    '{"entity":5,"alias":"x"}',
  ])
    expect(readTarget(forged)).toBe(null);
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (forged) => {
      readTarget(forged);
    }),
  );
});
