/** How much is done, counted: it holds on any machine, however busy. */
import { afterEach, expect, it, vi } from 'vitest';
import { compileLexicon } from '../../../data/compile.ts';
import { readFactBase } from '../../../data/read.ts';
import type { ClaimMatcher } from '../../../matching/claims/matcher.ts';
import type { Passage } from '../../../matching/claims/passages.ts';
import { atOnce } from '../../../matching/at-once.ts';
import { engine as shipped } from './engine.ts';
import { createEngine } from '../../../matching/engine.ts';
import { FormTable } from '../../../matching/names/form-table.ts';
import { WordPatterns } from '../../../matching/word-patterns.ts';

afterEach(() => vi.restoreAllMocks());

const lexicon = compileLexicon(readFactBase('.'));

/** How often the tables of names and of vocabulary are asked while the texts are scanned. */
function lookUps(texts: readonly string[]): number {
  const engine = createEngine(lexicon);
  const near = vi.spyOn(FormTable.prototype, 'readings');
  const vocabulary = vi.spyOn(WordPatterns.prototype, 'startingWith');
  for (const text of texts) engine.scan(text);
  const count = near.mock.calls.length + vocabulary.mock.calls.length;
  vi.restoreAllMocks();
  return count;
}

const sentence = 'Jean Asselborn told the Chamber that the spyware Pegasus of NSO Group is sold to states alone. ';
/** So many words, all with a capital, no two the same. */
const strangers = (count: number): string =>
  Array.from({ length: count }, (_, number) => `Zw${number.toString(36)}tar`).join(' ');

it('a text said again costs no look-up more', () => {
  const once = lookUps([sentence]);
  expect(once).toBeGreaterThan(0);
  expect(lookUps(Array.from({ length: 500 }, () => sentence))).toBe(once);
});

it('look-ups grow with the number of different words, and no faster', () => {
  const [few, many] = [lookUps([strangers(200)]), lookUps([strangers(2000)])];
  expect(many / few).toBeLessThanOrEqual(10.1);
});

it('a page of ever new words is followed all the same', () => {
  const engine = createEngine(lexicon);
  for (let part = 0; part < 10; part++)
    engine.scan(Array.from({ length: 3000 }, (_, number) => `Zw${part}q${number.toString(36)}`).join(' '));
  const blocks = [engine.scan(sentence)];
  const [annotation] = atOnce(engine.link(blocks));
  expect(annotation!.mentions.map(({ entity }) => entity)).toContain('nso-group');
});

it('on a page that grows, the claims of each block are matched once', () => {
  const passages: string[] = [];
  const matcher = {
    *matchInSteps(passage: Passage) {
      yield;
      passages.push(passage.text);
      return [];
    },
  } as unknown as ClaimMatcher;
  const engine = createEngine(lexicon, matcher);
  const blocks = [engine.scan(sentence), engine.scan(`${sentence} Once more.`)];
  atOnce(engine.link(blocks));
  blocks.push(engine.scan(`And again: ${sentence}`));
  atOnce(engine.link(blocks));
  expect(passages).toEqual(blocks.map(({ text }) => text));
});

it('a block of many sentences can be left off after each of them', () => {
  const stepsOf = (sentences: number) => {
    const work = shipped.link([shipped.scan(`${sentence} `.repeat(sentences))]);
    let steps = 0;
    while (!work.next().done) steps++;
    return steps;
  };
  expect(stepsOf(200) - stepsOf(1)).toBeGreaterThanOrEqual(199);
});
