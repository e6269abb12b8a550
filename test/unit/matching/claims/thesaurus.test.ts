/** Words that stand in for each other: found in any language, as whole words, stems and phrases, and no others. */
import { describe, expect, it, test } from 'vitest';
import fc from 'fast-check';
import type { Synset } from '../../../../data/facts.ts';
import { foldText } from '../../../../data/fold.ts';
import { readFactBase } from '../../../../data/read.ts';
import { tabulateThesaurus, Thesaurus } from '../../../../matching/claims/thesaurus.ts';

const synsets: Synset[] = [
  {
    id: 'telephone',
    words: { en: ['phone*', 'cell phone', 'sim'], fr: ['téléphone*', 'portable'], ar: ['هاتف*'], he: ['טלפון*'] },
  },
  {
    id: 'wiretap',
    words: { en: ['wiretap*', 'listen* in'], fr: ['mis* sur écoute', "à l'affût"], de: ['hört ab', 'abgehört*'] },
  },
  { id: 'eavesdrop', words: { en: ['wiretap*'] } },
];
const thesaurus = new Thesaurus(tabulateThesaurus(synsets));
const found = (text: string, language: string | null) =>
  [...thesaurus.find(foldText(text).split(' '), language)].map((at) => synsets[at]!.id).toSorted();

describe('a sentence names the sets of its words', () => {
  it.each([
    ['The phones were taken.', 'en', ['telephone']],
    ['He lost his SIM.', 'en', ['telephone']],
    ['A simple thing.', 'en', []],
    ['Someone listened in.', 'en', ['wiretap']],
    ['Someone listened to it.', 'en', []],
    ['It was wiretapped.', 'en', ['eavesdrop', 'wiretap']],
    ['Ses Téléphones ont été mis sur écoute', 'fr', ['telephone', 'wiretap']],
    ['Le chat est à l’affût.', 'fr', ['wiretap']],
    ['Man hört ab und zu davon.', 'de', ['wiretap']],
    ['Er hört, ab morgen.', 'de', ['wiretap']],
    ['Er hört zu.', 'de', []],
    ['بالهاتف', 'ar', ['telephone']],
    ['הטלפונים', 'he', ['telephone']],
  ])('%s', (text, language, expected) => {
    expect(found(text, language)).toEqual(expected);
  });

  it('by the words of its own language alone, where that is known', () => {
    expect(found('portable phones', 'en')).toEqual(['telephone']);
    expect(found('portable', 'en')).toEqual([]);
    expect(found('portable', null)).toEqual(['telephone']);
    expect(found('phone', 'xx')).toEqual([]);
  });

  it('a phrase that the text ends within is none', () => {
    expect(found('listen', 'en')).toEqual([]);
  });
});

test('whatever stands in a text, a word is found wherever it stands', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.array(fc.string()), (before, after) => {
      const words = [...before, 'phone', ...after].map((word) => foldText(word).replaceAll(' ', ''));
      expect(thesaurus.find(words, 'en').has(0)).toBe(true);
    }),
  );
});

describe('that of the project', () => {
  const own = readFactBase().thesaurus;
  const ownFinder = new Thesaurus(tabulateThesaurus(own));

  it('finds each of its words in its language', () => {
    const lost = own.flatMap(({ id, words }, at) =>
      Object.entries(words).flatMap(([language, list]) =>
        list
          .filter((word) => !ownFinder.find(foldText(word).split(' '), language).has(at))
          .map((word) => `${id} ${language}: ${word}`),
      ),
    );
    expect(lost).toEqual([]);
  });

  it.each([
    ['His mobile had been tapped.', 'en', 'Quelqu’un avait mis son portable sur écoute.', 'fr'],
    ['Die Firma weist jede Schuld von sich.', 'de', 'The company denied any guilt.', 'en'],
    ['Il governo non sa nulla.', 'it', 'El gobierno no sabe nada.', 'es'],
  ])('says that “%s” and “%s” have most in common', (one, language, other, otherLanguage) => {
    const [first, second] = [
      ownFinder.find(foldText(one).split(' '), language),
      ownFinder.find(foldText(other).split(' '), otherLanguage),
    ];
    expect(first.intersection(second).size).toBeGreaterThanOrEqual(Math.min(first.size, second.size) / 2);
    expect(first.intersection(second).size).toBeGreaterThan(1);
  });
});
