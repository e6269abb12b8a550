import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { draft } from '../../../cli/draft.ts';
import { checkOriginal } from '../../../data/originals.ts';
import { sourceSchema } from '../../../data/schema.ts';
import type { Source } from '../../../data/schema.ts';
import { ORIGINALS, smallBase } from '../data/small-base.ts';

function documentOf(content: string | Uint8Array, name = 'An Article, 2021.txt'): string {
  const folder = mkdtempSync(join(tmpdir(), 'bridle-draft-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function recordOf(content: string | Uint8Array): Source {
  return JSON.parse(draft(documentOf(content), []).record) as Source;
}

it('counts what can be counted, and leaves the rest to a person', () => {
  const record = recordOf('A Heading\nMr. Otter swam – twice. Nobody saw it!\r\n\r\n“Twice,” he said. ');
  expect(record).toMatchObject({
    id: 'an-article-2021',
    seed: 'An Article, 2021.txt',
    length: 70,
    authors: [],
    notes: [],
  });
  expect(record.sentences.map(({ start, end }) => [start, end])).toEqual([
    [0, 9],
    [10, 33],
    [34, 48],
    [52, 69],
  ]);
});

it('is a record that the schema takes once it is filled, and not before', () => {
  const record = recordOf('One sentence.');
  expect(sourceSchema.safeParse(record).success).toBe(false);
  const stated = { kind: 'stated' as const };
  const filled = {
    ...record,
    title: { text: 'A title', basis: stated },
    publisher: { name: 'A paper', basis: stated },
    language: 'en',
    published: '2021-10-20',
    publishedBasis: stated,
    kind: 'news-article',
  };
  expect(sourceSchema.safeParse(filled)).toMatchObject({ success: true });
});

it('is proved by its document, whatever stands in it', () => {
  const word = fc.constantFrom(
    'Otter',
    'M.',
    'étang',
    '« oui »',
    'swam.',
    '!',
    '…',
    '3.',
    '\ufeff',
    '\u200b',
    '🦦',
    'كلمة',
  );
  const space = fc.constantFrom(' ', '\n', '\r\n', '\u00a0', '\t', '\u2028');
  fc.assert(
    fc.property(fc.array(fc.tuple(word, space), { minLength: 1, maxLength: 40 }), (words) => {
      const bytes = new TextEncoder().encode(words.flat().join(''));
      if (new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).trim() === '') return;
      expect(checkOriginal(recordOf(bytes), [], bytes)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

it('is laid out as the records of the project are: a sentence a line', () => {
  expect(draft(documentOf('One. Two.'), []).record).toMatch(
    /\n {2}"sentences": \[\n {4}\{ "start": 0, "end": 4, "sha256": "[0-9a-f]{64}" \},\n {4}\{ "start": 5, .+ \}\n {2}\]\n\}$/,
  );
});

it.each([
  ['nothing', '', /is empty/],
  ['white space', ' \n\u00a0', /is empty/],
  ['letters in Latin-1', new Uint8Array([0xe9, 0x74, 0xe9]), /not text in UTF-8/],
  ['UTF-16', new Uint8Array([0xff, 0xfe, 0x41, 0x00]), /not text in UTF-8/],
  ['a NUL', 'a\0b', /not text in UTF-8/],
  ['a book', 'x'.repeat(2_000_001), /has 2000001 bytes/],
])('refuses a file that holds %s', (_, content, message) =>
  expect(() => draft(documentOf(content), [])).toThrow(message),
);

it('refuses a folder, a file that is not there, and a document that is recorded', () => {
  const path = documentOf(ORIGINALS['first.txt']);
  expect(() => draft(path, smallBase().sources)).toThrow(/is the document of first already/);
  expect(() => draft(`${path}.txt`, [])).toThrow(/There is no file/);
  const folder = `${path}.folder`;
  mkdirSync(folder);
  expect(() => draft(folder, [])).toThrow(/is no file/);
});

it('makes an id of any name', () => {
  expect(draft(documentOf('x', 'Écho du Nord_3.TXT'), []).id).toBe('echo-du-nord-3');
  expect(draft(documentOf('x', 'خبر.txt'), []).id).toBe('document');
});
