import { describe, expect, test } from 'vitest';
import { createSearch } from '../../../../presentation/search/search.ts';
import { facts } from '../../../fixtures/facts.ts';

const aliases = [
  {
    id: 'dam-works',
    aliases: [{ text: 'DW Holdings', language: 'en', kind: 'short' as const, needs: 'nothing' as const }],
  },
];
const search = createSearch(facts, aliases, 'en');
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
    ['a tie by its reason', 'why heights', 'relation heights'],
  ])('%s', (_, query, first) => {
    expect(found(query)[0]).toBe(first);
  });

  test('a statement through whom it was relayed, and by the words of its source', () => {
    expect(found('regent muller')).toContain('claim blessing');
    expect(found('tout va bien')).toContain('claim safe');
  });

  test('only what holds every word', () => {
    expect(found('muller ninety')).not.toContain('claim tall');
    expect(found('dam zzzzzz')).toEqual([]);
  });

  test('what is spelled as typed, where anything is; what is nearly so otherwise', () => {
    expect(found('ninety')).toContain('claim tall');
    expect(found('ninty')).toContain('claim tall');
    expect(found('safe')).not.toContain('entity dam-works');
    expect(found('metres muler')).toContain('claim taller');
  });

  test.each(['', '   ', '·', '“ ”', '*'])('nothing for %j', (query) => {
    expect(search(query)).toEqual([]);
  });
});
