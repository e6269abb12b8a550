import { describe, expect, test, vi } from 'vitest';
import type { Concept } from '../../../../data/facts.ts';
import { createSearch } from '../../../../presentation/search/search.ts';
import { facts as dam } from '../../../fixtures/facts.ts';

const facts = {
  ...dam,
  claims: dam.claims.map((claim) =>
    claim.id === 'tall'
      ? { ...claim, figures: [{ value: 90, counts: { en: 'metres', fr: 'mètres', de: 'Meter' } }] }
      : claim,
  ),
};
const aliases = [
  {
    id: 'dam-works',
    aliases: [{ text: 'DW Holdings', language: 'en', kind: 'short' as const, needs: 'nothing' as const }],
  },
];
const concepts: Concept[] = [
  { id: 'crack', kind: 'thing', words: { en: ['crack*'], fr: ['fissure*'], de: ['riss', 'risse'] } },
];
const search = createSearch({ facts, aliases, concepts });
const found = (query: string) => search(query).map(({ kind, id }) => `${kind} ${id}`);

describe('finds', () => {
  test.each([
    ['a name', 'Dam Works', 'entity dam-works'],
    ['the beginning of a word', 'mull', 'entity zoe-muller'],
    ['letters without their accents', 'zoe muller', 'entity zoe-muller'],
    ['accents that the text has not', 'dàm wörks', 'entity dam-works'],
    ['words in another order', 'muller zoe', 'entity zoe-muller'],
    ['a slip of the finger', 'mulller', 'entity zoe-muller'],
    ['another name', 'holdings', 'entity dam-works'],
    ['a statement by words apart', 'metres ninety', 'claim tall'],
    ['a statement by its speaker', 'muller shows', 'claim cracked'],
    ['a relation by its reason', 'why heights', 'relation heights'],
    ['a question', 'how many metres is it high?', 'claim tall'],
    ['what another language calls so', 'fissures', 'claim cracked'],
    ['a part of a compound', 'Staudammrisse', 'claim cracked'],
  ])('%s', (_, query, first) => {
    expect(found(query)[0]).toBe(first);
  });

  test('a statement through whom it was relayed, and by the words of its source', () => {
    expect(found('regent muller')).toContain('claim blessing');
    expect(found('tout va bien')).toContain('claim safe');
  });

  test.each(['90', 'ninety', 'neunzig', 'quatre-vingt-dix'])('a figure written as %s', (query) => {
    expect(found(query)[0]).toBe('claim tall');
  });

  test.each([
    ['contradictions', 'relation cracks'],
    ['Widerspruch', 'relation cracks'],
    ['qui se contredit', 'relation cracks'],
    ['different counts', 'relation heights'],
    ['Dementi', 'claim safe'],
  ])('by the name of a kind: %s', (query, first) => {
    expect(found(query)[0]).toBe(first);
  });
});

test('words are ranked, and none has to be there', () => {
  expect(found('muller ninety')).toContain('claim tall');
  expect(found('dam zzzzzz')).toEqual(found('dam'));
});

test('what answers the whole query stands before what answers a part', () => {
  expect(found('dam ninety metres')[0]).toBe('claim tall');
  expect(found('dam hundred metres')[0]).toBe('claim taller');
});

test('what is spelled as typed, where anything is; what is nearly so otherwise', () => {
  expect(found('ninety')).toContain('claim tall');
  expect(found('ninty')).toContain('claim tall');
  expect(found('safe')).not.toContain('entity dam-works');
  expect(found('metres muler')).toContain('claim taller');
});

test.each(['', '   ', '·', '“ ”', '*', 'xylophone'])('nothing for %j', (query) => {
  expect(search(query)).toEqual([]);
});

test('a word of 20,000 letters is not looked up, and what stands before it is', () => {
  const long = 'dam'.repeat(7000);
  expect(found(long)).toEqual([]);
  expect(found(`ninety ${long}`)).toEqual(found('ninety'));
});

describe('a sentence', () => {
  const matchSentence = vi.fn<(sentence: string) => { claim: string; confidence: number }[]>(() => [
    { claim: 'alone', confidence: 0.9 },
  ]);
  const ask = createSearch({ facts, aliases, concepts, matchSentence });

  test('is given to the claim matcher, and what it speaks of comes first', () => {
    const sentence = 'Forty workers were hired to mind a dam of ninety metres.';
    expect(ask(sentence)[0]).toEqual({ kind: 'claim', id: 'alone' });
    expect(matchSentence).toHaveBeenCalledWith(sentence);
  });

  test('is more than a few words', () => {
    matchSentence.mockClear();
    ask('how many workers has it');
    expect(matchSentence).not.toHaveBeenCalled();
  });
});
