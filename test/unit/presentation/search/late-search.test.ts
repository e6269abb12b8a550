import { expect, test, vi } from 'vitest';
import { createLateSearch } from '../../../../presentation/search/late-search.ts';
import type { Search, SentenceMatch } from '../../../../presentation/search/search.ts';
import { facts } from '../../../fixtures/facts.ts';

const SENTENCE = 'Forty workers were hired to mind a dam of ninety metres.';
const OTHER = 'Nobody at all was ever asked whether the wall is to be so high.';
const CRACKED: SentenceMatch[] = [{ claim: 'cracked', confidence: 0.9 }];

/** Answers are given by hand. */
function open() {
  const answers = new Map<string, (matches: SentenceMatch[] | null) => void>();
  const ask = vi.fn((sentence: string) => new Promise<SentenceMatch[] | null>((done) => answers.set(sentence, done)));
  const better: Search[] = [];
  const search = createLateSearch(
    { facts, aliases: [], concepts: [] },
    { ask, onBetter: (found) => better.push(found) },
  );
  const answer = async (sentence: string, matches: SentenceMatch[] | null) => {
    answers.get(sentence)!(matches);
    await Promise.resolve();
  };
  return { search, ask, better, answer };
}

test('a sentence is answered by its words at once, and by the claim that it speaks of once that is known', async () => {
  const { search, better, answer } = open();
  expect(search(SENTENCE)[0]).not.toEqual({ kind: 'claim', id: 'cracked' });
  await answer(SENTENCE, CRACKED);
  expect(better).toHaveLength(1);
  expect(better[0]!(SENTENCE)[0]).toEqual({ kind: 'claim', id: 'cracked' });
});

test('an answer to a sentence that the reader has gone on from changes nothing', async () => {
  const { search, better, answer } = open();
  search(SENTENCE);
  const words = search(OTHER);
  await answer(SENTENCE, CRACKED);
  expect(better).toEqual([]);
  expect(search(OTHER)).toEqual(words);
});

test.each([
  ['nobody answers', null],
  ['it speaks of no claim', []],
])('the words stand where %s, and it is asked once', async (_, matches) => {
  const { search, ask, better, answer } = open();
  const words = search(SENTENCE);
  await answer(SENTENCE, matches);
  expect(search(SENTENCE)).toEqual(words);
  expect(better).toEqual([]);
  expect(ask).toHaveBeenCalledOnce();
});
