import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSearch, type Search } from '../../../../presentation/search/search.ts';
import { addressOf, escapeXml, factsAddress, suggestionsFor } from '../../../../presentation/search/suggestions.ts';
import { readWords } from '../../../../cli/words.ts';
import { facts } from '../../../fixtures/facts.ts';

const words = readWords('en');
const suggest = (search: Search, markup: boolean) => suggestionsFor('x', search, facts, words, markup);
const hostile = { ...facts, entities: [{ ...facts.entities[0]!, name: { en: 'Dam & <Sons>', fr: '', de: '' } }] };

test('each suggestion leads to the explorer’s page of what it describes', () => {
  const found = suggest(
    () => [
      { kind: 'entity', id: 'zoe-muller' },
      { kind: 'claim', id: 'safe' },
      { kind: 'relation', id: 'cracks' },
    ],
    false,
  );
  expect(found.map(({ content }) => addressOf(content))).toEqual([
    'facts.html?entity=zoe-muller',
    'facts.html?claim=safe',
    'facts.html?relation=cracks',
  ]);
  expect(found.map(({ description }) => description)).toEqual([
    'Zoé Müller – Person, A politician',
    'The dam is safe – Dam Works, denial, 2 May 2019, Contested',
    'Why cracks – Contradicts, Dam Works, Zoé Müller',
  ]);
});

test('for Chrome the description is XML, for Firefox it is as it reads', () => {
  const one: Search = () => [{ kind: 'entity', id: 'dam-works' }];
  expect(suggestionsFor('x', one, hostile, words, true)[0]!.description).toBe(
    'Dam &#38; &#60;Sons&#62; <dim>– Organisation, Builder of dams</dim>',
  );
  expect(suggestionsFor('x', one, hostile, words, false)[0]!.description).toBe(
    'Dam & <Sons> – Organisation, Builder of dams',
  );
});

test('no text breaks the XML', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(escapeXml(text).replace(/&#\d+;/g, '')).not.toMatch(/[<>&"'\p{Cc}]/u);
    }),
  );
  expect(escapeXml('a\u0000b')).toBe('ab');
});

test('at most six are shown, the best first', () => {
  const search = createSearch({ facts, aliases: [], concepts: [] });
  const found = suggestionsFor('dam', search, facts, words, false);
  expect(found.length).toBe(6);
  expect(found[0]!.content).toBe('entity:dam-works');
});

test.each([
  ['asselborn pegasus', 'facts.html?q=asselborn+pegasus'],
  ['claim:not an id', 'facts.html?q=claim%3Anot+an+id'],
  ['a&claim=x', 'facts.html?q=a%26claim%3Dx'],
])('%j is searched for', (entered, address) => {
  expect(addressOf(entered)).toBe(address);
});

test('the address of a search keeps every sign of the words', () => {
  const q = 'd’Asselborn & “NSO” 100 %';
  expect(new URL(factsAddress({ q }), 'https://x.example').searchParams.get('q')).toBe(q);
});
