/** The table of features and the tests, held against each other. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const project = join(import.meta.dirname, '../..');
const table = readFileSync(join(project, 'docs/features.md'), 'utf8');
const rows = table.split('\n').filter((line) => line.startsWith('| ') && !/^\| (?:---|what )/.test(line));
const named = [...table.matchAll(/`(test\/[^`]+)` “([^”]+)”/g)].map(([, file, title]) => [file!, title!] as const);

test.each(rows)('%s has a test', (row) => {
  expect(row).toMatch(/\| `test\/[^`]+` “[^”]+”/);
  expect(row.match(/`test\//g)).toHaveLength(row.match(/` “[^”]+”/g)!.length);
});

test.each(named)('%s holds “%s”', (file, title) => {
  expect(existsSync(join(project, file)), file).toBe(true);
  const quoted = ["'", '`'].map((mark) => mark + title + mark);
  expect(
    quoted.some((text) => readFileSync(join(project, file), 'utf8').includes(text)),
    'a test of this title',
  ).toBe(true);
});

test('every file of browser tests holds a feature', () => {
  const files = readdirSync(join(project, 'test/browser'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => `test/browser/${file.replaceAll('\\', '/')}`);
  expect(files.filter((file) => !named.some(([other]) => other === file))).toEqual([]);
});
