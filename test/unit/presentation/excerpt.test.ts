import { expect, test } from 'vitest';
import { contextLength, excerptAfter, excerptBefore } from '../../../presentation/excerpt.ts';

const long = 'a herring '.repeat(9);

test('what begins or ends with its block is shown as it is, on one line', () => {
  expect(excerptBefore('  The\n ')).toBe('The ');
  expect(excerptAfter(' spoke.\n\t')).toBe(' spoke.');
  expect([excerptBefore(''), excerptAfter('')]).toEqual(['', '']);
});

test('of more than that whole words are shown, and that something is left out', () => {
  expect(excerptBefore(long.slice(-contextLength))).toMatch(/^…(a |herring ){5,13}$/);
  expect(excerptAfter(`, ${long}`.slice(0, contextLength))).toMatch(/^,( a| herring){5,13}…$/);
});

test('whatever a page sends, no more than a line is kept', () => {
  expect(excerptBefore('x'.repeat(9000)).length).toBeLessThanOrEqual(contextLength + 1);
  expect(excerptAfter('x'.repeat(9000)).length).toBeLessThanOrEqual(contextLength + 1);
});
