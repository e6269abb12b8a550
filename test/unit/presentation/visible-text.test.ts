import fc from 'fast-check';
import { expect, test } from 'vitest';
import { visibleText } from '../../../presentation/visible-text.ts';

test.each([
  ['NSO \u202Eseined\u202C it', 'NSO seined it'],
  ['a\u2066b\u2069c\u200Fd\u061Ce', 'abcde'],
  ['a\u0000b\u001B[31mc\u0007', 'ab[31mc'],
  ['one\r\ntwo\u2028three', 'one two three'],
  ['\u{E0041}tag\uFEFF', 'tag'],
  ['می\u200Cخواهم', 'می\u200Cخواهم'],
  ['ولا يزال', 'ولا يزال'],
])('%j reads %j', (text, visible) => expect(visibleText(text)).toBe(visible));

test('no control or direction sign is left of any text, and a second pass changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const visible = visibleText(text);
      expect(visible).not.toMatch(/\p{Cc}|\p{Bidi_Control}/u);
      expect(visibleText(visible)).toBe(visible);
    }),
  );
});
