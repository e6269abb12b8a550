import { expect, test } from 'vitest';
import { badgeText } from '../../../platform/badge.ts';

test.each([
  [0, '•'],
  [1, '1'],
  [99, '99'],
  [100, '99+'],
])('%d is written %j', (contested, text) => {
  expect(badgeText(contested)).toBe(text);
});
