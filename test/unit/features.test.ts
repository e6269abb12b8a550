/** The tables of features and of findings, and the tests, held against each other. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hasTest, readPage, testsNamedIn } from './named-tests.ts';

const project = join(import.meta.dirname, '../..');

describe.each(['docs/features.md', 'docs/findings.md'])('%s', (path) => {
  const table = readPage(path);
  const rows = table.split('\n').filter((line) => line.startsWith('| ') && !/^\| (?:---|what )/.test(line));

  test.each(rows)('%s has a test', (row) => {
    expect(row).toMatch(/`test\/[^`]+` “[^”]+”/);
    expect(row.match(/`test\/(?!pages\/)/g)).toHaveLength(row.match(/` “[^”]+”/g)!.length);
  });

  test.each(testsNamedIn(table))('$file holds “$title”', (named) => expect(hasTest(named)).toBe(true));

  test('every page of the tests that it names is there', () => {
    const pages = [...table.matchAll(/`(test\/pages\/[^`]+)`/g)].map(([, page]) => page!);
    expect(pages.filter((page) => !existsSync(join(project, page)))).toEqual([]);
  });
});

test('every file of browser tests holds a feature', () => {
  const named = testsNamedIn(readPage('docs/features.md')).map(({ file }) => file);
  const files = readdirSync(join(project, 'test/browser'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => `test/browser/${file.replaceAll('\\', '/')}`);
  expect(files.filter((file) => !named.includes(file))).toEqual([]);
});
