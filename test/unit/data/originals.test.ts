import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkOriginal, isQuoted } from '../../../data/originals.ts';
import { ORIGINALS, smallBase } from './small-base.ts';

const document = ORIGINALS['first.txt'];

function check(content: string | Uint8Array) {
  const { sources, claims } = smallBase();
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return checkOriginal(sources[0]!, claims, bytes).map(({ id, wrong }) => `${id}: ${wrong}`);
}

it('proves the documents of the small base', () => expect(check(document)).toEqual([]));

it('sees any single byte that differs', () => {
  const bytes = new TextEncoder().encode(document);
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const broken = bytes.map((byte, place) => (place === at ? byte ^ change : byte));
      expect(check(broken)).not.toEqual([]);
    }),
  );
});

it('names the sentence and the evidence in which a word differs', () => {
  const problems = check(document.replace('rien', 'tout'));
  expect(problems).toContainEqual(expect.stringMatching(/first: the sentence at 22–\d+ does not have/));
  expect(problems).toContainEqual(expect.stringMatching(/minister-unaware: evidence\.0 .* sha256/));
  expect(problems).toContainEqual(expect.stringMatching(/minister-unaware: evidence\.0 .* quotation marks/));
  expect(problems).not.toContainEqual(expect.stringContaining('firm-denies'));
});

it.each([
  [0, /text at 0–22 belongs/],
  [1, /belongs to no sentence/],
  [2, /belongs to no sentence/],
])('sees that sentence %i is left out', (left, wrong) => {
  const base = smallBase();
  base.sources[0]!.sentences.splice(left, 1);
  const problems = checkOriginal(base.sources[0]!, base.claims, new TextEncoder().encode(document));
  expect(problems).toEqual([expect.objectContaining({ id: 'first', wrong: expect.stringMatching(wrong) })]);
});

describe('a quotation', () => {
  it.each([
    ['Il dit «ne rien savoir».', 'ne rien savoir'],
    ['Il dit « ne rien\u00a0savoir ».', 'ne rien savoir'],
    ['He said “know nothing”.', 'know nothing'],
    ['He said "know nothing", then.', 'know nothing'],
    ['Er sagte: „nichts zu wissen“.', 'nichts zu wissen'],
    ['«Nous ne savons rien du tout», dit-il.', 'savons rien'],
  ])('stands in %s', (words, quote) => expect(isQuoted(words, quote, { start: 0, end: words.length })).toBe(true));

  it.each([
    ['Il dit ne rien savoir.', 'ne rien savoir'],
    ['«Un mot» et ne rien savoir «un autre»', 'ne rien savoir'],
    ['"Un mot" et ne rien savoir "un autre"', 'ne rien savoir'],
    ['Il dit «ne rien» savoir.', 'ne rien savoir'],
  ])('does not stand in %s', (words, quote) =>
    expect(isQuoted(words, quote, { start: 0, end: words.length })).toBe(false),
  );

  it('must stand within the span, its marks need not', () => {
    const words = 'Il dit «ne rien savoir» ici.';
    expect(isQuoted(words, 'ne rien savoir', { start: 8, end: 22 })).toBe(true);
    expect(isQuoted(words, 'ne rien savoir', { start: 0, end: 21 })).toBe(false);
  });
});
