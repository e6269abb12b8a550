import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FactBaseError } from '../../../data/problem.ts';
import { readFactBase } from '../../../data/read.ts';
import { smallBase, writeBase } from './small-base.ts';

function problemsOf(folder: string): readonly { file: string; id: string; wrong: string }[] {
  try {
    readFactBase(folder);
  } catch (error) {
    if (error instanceof FactBaseError) return error.problems;
    throw error;
  }
  return [];
}

it('reads what was written', () => {
  expect(readFactBase(writeBase(smallBase()).base)).toEqual(smallBase());
});

it('names file, record and place of a missing language', () => {
  const base = structuredClone(smallBase());
  Reflect.deleteProperty(base.claims[1]?.statement ?? {}, 'de');
  expect(problemsOf(writeBase(base).base)).toEqual([
    expect.objectContaining({ file: 'data/claims.json', id: 'minister-unaware', wrong: 'statement.de: is missing' }),
  ]);
});

it('numbers a record whose id is missing', () => {
  const base = structuredClone(smallBase());
  Reflect.deleteProperty(base.relations[0] ?? {}, 'id');
  expect(problemsOf(writeBase(base).base)).toEqual([
    expect.objectContaining({ file: 'data/relations.json', id: 'record 1', wrong: 'id: is missing' }),
  ]);
});

it('refuses a field that the schema does not know', () => {
  const base = smallBase();
  Object.assign(base.entities[0] ?? {}, { nickname: 'N' });
  expect(problemsOf(writeBase(base).base)).toEqual([
    expect.objectContaining({ id: 'nso-group', wrong: expect.stringContaining('nickname') }),
  ]);
});

it('refuses a source whose file bears another name', () => {
  const { base } = writeBase(smallBase());
  writeFileSync(join(base, 'seeds/third.json'), JSON.stringify(smallBase().sources[0]));
  expect(problemsOf(base)).toEqual([
    expect.objectContaining({ file: 'seeds/third.json', id: 'first', wrong: expect.stringContaining('differ') }),
  ]);
});

it('lists every file that is missing or is not JSON', () => {
  const { base } = writeBase(smallBase());
  rmSync(join(base, 'data/vocabulary.json'));
  writeFileSync(join(base, 'data/claims.json'), '[{');
  writeFileSync(join(base, 'data/relations.json'), '{}');
  expect(problemsOf(base)).toEqual([
    expect.objectContaining({ file: 'data/claims.json', wrong: expect.stringContaining('not JSON') }),
    expect.objectContaining({ file: 'data/relations.json', wrong: expect.stringContaining('not a list') }),
    expect.objectContaining({ file: 'data/vocabulary.json', wrong: expect.stringContaining('cannot be read') }),
  ]);
});

it.each([
  [
    'a day that no calendar has',
    '"date":"2021-10-19"',
    '"date":"2021-02-30"',
    /^date: 2021-02-30 is not in the calendar/,
  ],
  [
    'an interval that ends before it begins',
    '"date":"2021-10-19"',
    '"date":"2021-10/2021-07~"',
    /^date: .*ends before/,
  ],
  ['a key that stands twice', '"attitude":', '"attitude":"rules","attitude":', /^the key 0\.attitude stands twice/],
])('refuses %s', (_, sound, broken, wrong) => {
  const { base } = writeBase(smallBase());
  const file = join(base, 'data/claims.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace(sound, broken));
  expect(problemsOf(base)).toEqual([
    expect.objectContaining({ file: 'data/claims.json', wrong: expect.stringMatching(wrong) }),
  ]);
});

// oxlint-disable-next-line no-script-url -- an address that is refused
it.each(['javascript:alert(1)', 'http://paper.example/', 'data:text/html,x', 'ftp://paper.example/', 'paper.example'])(
  'refuses %s as the address of a source',
  (url) => {
    const base = smallBase();
    base.sources[0]!.url = url;
    expect(problemsOf(writeBase(base).base)).toEqual([
      expect.objectContaining({ file: 'seeds/first.json', wrong: 'url: an address that begins with https://' }),
    ]);
  },
);

it('takes an https address', () => {
  const base = smallBase();
  base.sources[0]!.url = 'https://paper.example/a?b=c';
  expect(readFactBase(writeBase(base).base).sources[0]!.url).toBe('https://paper.example/a?b=c');
});
