import { expect, test } from 'vitest';
import { mutantsOf, mutated, sampleOf } from '../mutants/mutations.ts';

const after = (code: string) => mutantsOf('a.ts', code).map((mutant) => mutated(code, mutant));

test.each([
  ['a condition', 'if (a) b();', ['if (!(a)) b();', 'if (a) ;']],
  ['a comparison', 'export const c = a === b;', ['export const c = a !== b;']],
  ['two conditions', 'export const c = (a) && !b;', ['export const c = (a) || !b;', 'export const c = (a) && b;']],
  ['a call', 'tell(a);', [';']],
  ['what a call is given', 'f({ a: 1, b: 2 });', [';', 'f({  b: 2 });', 'f({ a: 1,  });']],
  ['a bound', 'export const c = Math.min(a, b);', ['export const c = Math.max(a, b);']],
])('%s', (_, code, expected) => expect(after(code)).toEqual(expected));

test('types and texts are left alone', () => {
  expect(after('export const a: true | null = null;')).toEqual([]);
  expect(after('export const a = `${b}` + c;')).toEqual([]);
});

test('the sample of a file is the same each time, and spread over it', () => {
  const all = mutantsOf('a.ts', 'if (a < b) c();\n'.repeat(50));
  const sample = sampleOf(all, 5);
  expect(sample).toHaveLength(5);
  expect(sampleOf(all, 5)).toEqual(sample);
  expect(sample.at(-1)!.line - sample[0]!.line).toBeGreaterThan(30);
  expect(sampleOf(all, 1_000)).toEqual(all);
});
