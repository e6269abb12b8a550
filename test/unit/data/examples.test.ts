import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readExamples } from '../../../data/examples.ts';
import { FactBaseError } from '../../../data/problem.ts';
import { readFactBase } from '../../../data/read.ts';
import fitted from '../../../data/claim-model.json' with { type: 'json' };
import { fingerprintOf } from '../../../matching/claims/knowledge.ts';

const base = readFactBase();
const passages = base.examples.flatMap((batch) => batch.passages);

describe('the examples', () => {
  it('name claims that the fact base has', () => {
    const known = new Set(base.claims.map(({ id }) => id));
    const unknown = passages.flatMap(({ id, sentences }) =>
      sentences.flatMap(({ claims }) => claims.flatMap(({ claim }) => (known.has(claim) ? [] : [`${id}: ${claim}`]))),
    );
    expect(unknown).toEqual([]);
  });

  it('give a claim one stance in a sentence', () => {
    const twice = passages.flatMap(({ id, sentences }) =>
      sentences.flatMap(({ claims }) => (new Set(claims.map(({ claim }) => claim)).size < claims.length ? [id] : [])),
    );
    expect(twice).toEqual([]);
  });

  it('have ids of their own, and sentences without white space at their ends', () => {
    expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length);
    const padded = passages.flatMap(({ id, text, sentences }) =>
      sentences.flatMap(({ start, end }) => (text.slice(start, end).trim().length === end - start ? [] : [id])),
    );
    expect(padded).toEqual([]);
  });

  it('ask nothing that counts as a statement, but for a handful', () => {
    const asking = passages.flatMap(({ text, sentences }) =>
      sentences.filter(({ start, end, claims }) => text.slice(start, end).endsWith('?') && claims.length > 0),
    );
    expect(asking.length).toBeLessThan(8);
  });

  it('are those that the model was fitted on', () => {
    expect(fitted.examples).toBe(fingerprintOf(base));
  });
});

describe('a batch that is broken is refused with every line that is wrong', () => {
  const read = (...lines: string[]) => {
    const folder = mkdtempSync(join(tmpdir(), 'bridle-examples-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'batch.jsonl'), lines.join('\n'));
    return () => readExamples(folder);
  };
  const sound = {
    id: 'a-1',
    language: 'en',
    manner: 'news',
    text: 'It is so.',
    sentences: [{ start: 0, end: 9, claims: [] }],
  };

  it('sound ones are read', () => {
    expect(read(JSON.stringify(sound), '')()).toEqual([{ name: 'batch', passages: [sound] }]);
  });

  it.each([
    ['no JSON', '{'],
    ['an offset outside its text', JSON.stringify({ ...sound, sentences: [{ start: 0, end: 10, claims: [] }] })],
    [
      'a stance that is none',
      JSON.stringify({ ...sound, sentences: [{ start: 0, end: 9, claims: [{ claim: 'c', stance: 'likes' }] }] }),
    ],
  ])('%s', (_, line) => {
    expect(read(line, JSON.stringify(sound))).toThrow(FactBaseError);
  });

  it('and where there is no folder, there are no examples', () => {
    expect(readExamples(join(tmpdir(), 'bridle-no-such-folder'))).toEqual([]);
  });
});
