import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldCharacter, foldLetters, foldText } from '../../../data/fold.ts';

it('folds a text as it folds its characters one by one', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.integer({ min: 0xa0, max: 0x2fff }).map((code) => String.fromCodePoint(code)),
          fc.integer({ min: 0xf900, max: 0xffef }).map((code) => String.fromCodePoint(code)),
        ),
      ),
      (parts) => {
        const text = parts.join('');
        expect(foldLetters(text)).toBe(Array.from(text, foldCharacter).join(''));
      },
    ),
    { numRuns: 3000 },
  );
});

it.each([
  ['L’Affaire\u00a0Pégasus', 'l affaire pegasus'],
  ['STRASSE Straße', 'strasse strasse'],
  ['Ödön von Łódź', 'odon von lodz'],
  ['بيغاسوس أَمْن', 'بيغاسوس امن'],
  ['Ёлка, йод', 'елка иод'],
])('%s is %s', (text, folded) => expect(foldText(text)).toBe(folded));
