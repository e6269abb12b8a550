import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { FactBaseError } from '../../../data/problem.ts';
import { readThesaurus } from '../../../data/thesaurus.ts';

const sound = { id: 'a-phone', words: { en: ['phone*', 'cell phone'] } };

function read(...lines: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'bridle-thesaurus-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'words.jsonl'), lines.join('\n'));
  return () => readThesaurus(folder);
}

it('reads one set a line, and passes over empty lines', () => {
  expect(read(JSON.stringify(sound), '', JSON.stringify({ ...sound, id: 'b' }))().map(({ id }) => id)).toEqual([
    'a-phone',
    'b',
  ]);
});

it.each([
  ['no JSON', '{', 'Mend line 1'],
  ['a star within a word', JSON.stringify({ ...sound, words: { en: ['ph*ne'] } }), 'Mend line 1'],
  ['a word with a comma', JSON.stringify({ ...sound, words: { en: ['phone, mobile'] } }), 'Mend line 1'],
  ['a language by its name', JSON.stringify({ ...sound, words: { English: ['phone'] } }), 'Mend line 1'],
  ['no words', JSON.stringify({ id: 'a' }), 'Mend line 1'],
])('refuses %s, and names the line', (_, line, expected) => {
  expect(read(line)).toThrow(FactBaseError);
  expect(read(line)).toThrow(expected);
});

it('refuses an id that stands twice', () => {
  expect(read(JSON.stringify(sound), JSON.stringify(sound))).toThrow('a-phone');
});

it('has nothing where there is no such folder', () => {
  expect(readThesaurus(join(tmpdir(), 'bridle-no-such-folder'))).toEqual([]);
});
