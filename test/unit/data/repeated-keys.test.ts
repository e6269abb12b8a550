import fc from 'fast-check';
import { expect, it } from 'vitest';
import { repeatedKeys } from '../../../data/repeated-keys.ts';

it.each([
  ['{"id": 1, "id": 2}', ['id']],
  ['[{"a": 1}, {"text": {"en": "x", "en": "y"}}]', ['1.text.en']],
  ['{"id": 1, "\\u0069d": 2}', ['id']],
  ['{"a": ["x", "x"], "b": {"a": 1}, "c": [[], {"d": 1, "d": 2}]}', ['c.1.d']],
  ['{"a": "\\"a\\": {", "b": "a", "a" : 1}', ['a']],
])('in %s', (json, paths) => expect(repeatedKeys(json)).toEqual(paths));

it('finds none in what was written from a value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(repeatedKeys(JSON.stringify(value, null, 1))).toEqual([]);
    }),
  );
});
