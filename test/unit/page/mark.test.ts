import { expect, test } from 'vitest';
import { MARK_KINDS, type TargetEntry } from '../../../platform/exchange.ts';
import { spansFrom } from '../../../page/mark.ts';
import { nextStop } from '../../../page/steps.ts';
import { alphaOf, lightnessOf } from '../../../page/theme.ts';

test('numbers become spans; what does not fit the block or its kinds is left out', () => {
  const targets: TargetEntry[] = [
    [4, 'a'],
    [-1, 'b'],
  ];
  const numbers = [7, 0, 3, 0, 0, 0, 10, 2, 1, 5, 99, 0, 0, 5, 5, 0, 0, 1, 2, MARK_KINDS.length, 0, 1, 2, 0, 2, 1, 2];
  expect(spansFrom(numbers, targets, 10)).toEqual([
    { kind: 'mention', start: 0, end: 3, subject: 4, target: 'a' },
    { kind: 'contested', start: 0, end: 10, subject: -1, target: 'b' },
  ]);
});

test('steps start with what is in view and go around', () => {
  const isBefore = (stop: number) => stop < 2;
  const isSeen = () => true;
  expect(nextStop({ count: 5, current: null, direction: 1, isBefore, isSeen })).toBe(2);
  expect(nextStop({ count: 5, current: null, direction: -1, isBefore, isSeen })).toBe(1);
  expect(nextStop({ count: 5, current: 4, direction: 1, isBefore, isSeen })).toBe(0);
  expect(nextStop({ count: 5, current: 0, direction: -1, isBefore, isSeen })).toBe(4);
  expect(nextStop({ count: 5, current: null, direction: 1, isBefore: () => true, isSeen })).toBe(0);
  expect(nextStop({ count: 0, current: null, direction: 1, isBefore, isSeen })).toBeNull();
});

test('steps pass over what cannot be seen', () => {
  const from = (current: number | null, direction: 1 | -1, seen: number[]) =>
    nextStop({ count: 5, current, direction, isBefore: (stop) => stop < 2, isSeen: (stop) => seen.includes(stop) });
  expect(from(null, 1, [1, 4])).toBe(4);
  expect(from(null, 1, [1])).toBe(1);
  expect(from(0, -1, [0, 2])).toBe(2);
  expect(from(2, 1, [2])).toBe(2);
  expect(from(2, 1, [])).toBeNull();
});

test.each([
  ['rgb(0, 0, 0)', 0, 1],
  ['rgba(255, 255, 255, 0.25)', 1, 0.25],
  ['color(srgb 1 1 1 / 0.5)', 1, 0.5],
  ['color(display-p3 0 0 0)', 0, 1],
  ['oklch(0.25 0.1 20)', 0.25, 1],
  ['lab(80 0 0 / 0)', 0.8, 0],
])('%s', (color, lightness, alpha) => {
  expect(lightnessOf(color)).toBeCloseTo(lightness, 2);
  expect(alphaOf(color)).toBe(alpha);
});
