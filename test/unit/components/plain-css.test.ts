import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { plainCss } from '../../../components/plain-css-plugin.ts';

const read = (file: string) => readFileSync(resolve(import.meta.dirname, '../../../components', file), 'utf8');
const TOKENS = read('tokens.css');

test.each(['tokens.css', 'card/card.css'])('%s reaches a web page without custom properties', (file) => {
  const plain = plainCss(read(file), TOKENS);
  expect(plain).not.toMatch(/--|var\(/);
  expect(plain).toContain('light-dark(');
});

test.each(['tokens.css', 'card/card.css'])('%s names no font that a page could bring', (file) => {
  const families = [...plainCss(read(file), TOKENS).matchAll(/font(?:-family)?:([^;]+);/g)]
    .map(([, value = '']) => value.trim())
    .filter((value) => value !== 'inherit')
    .map((value) => value.split(/\s+(?=[^\s]+$)/).at(-1));
  expect(families.length).toBeGreaterThan(0);
  for (const family of families) expect(['serif', 'system-ui', 'monospace']).toContain(family);
});

test('a token may use another', () => {
  expect(plainCss('a { margin: var(--a); }', 'b { --a: calc(var(--b) * 2); --b: 4px; }')).toBe(
    'a { margin: calc(4px * 2); }',
  );
});

test.each([
  ['a { margin: var(--other); }', 'b { --a: 1px; }', '--other is no token'],
  ['a { --own: 1px; }', 'b { --a: 1px; }', '--own would be a custom property'],
  ['a { margin: var(--a, 2px); }', 'b { --a: 1px; }', '--a would be a custom property'],
  ['', 'b { --a: 1px; } c { --a: 2px; }', '--a is declared twice'],
])('%s with %s fails the build', (css, tokens, message) => {
  expect(() => plainCss(css, tokens)).toThrow(message);
});
