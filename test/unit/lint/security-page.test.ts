import { expect, test } from 'vitest';
import { hasTestLike, readPage, testsNamedIn } from '../named-tests.ts';

const named = testsNamedIn(readPage('docs/security.md'));

test('the page names tests', () => expect(named.length).toBeGreaterThan(20));

test.each(named)('$file holds “$title”', (test) => expect(hasTestLike(test)).toBe(true));
