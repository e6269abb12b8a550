/** What pages of the documentation say of tests, as `test/FILE` “title”, held against the files. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const project = join(import.meta.dirname, '../..');

/** A page by its path in the project. */
export function readPage(path: string): string {
  return readFileSync(join(project, path), 'utf8');
}

/** Each test of a page once; the title is empty where a whole file is meant. */
export function testsNamedIn(page: string): { file: string; title: string }[] {
  const named = [...page.matchAll(/`(test\/\S+\.tsx?)`(?: “([^”]+)”)?/g)];
  return [...new Map(named.map(({ 0: all, 1: file, 2: title = '' }) => [all, { file: file!, title }])).values()];
}

/** Whether the file is there and holds a test of exactly this title. */
export function hasTest({ file, title }: { file: string; title: string }): boolean {
  if (!existsSync(join(project, file))) return false;
  const code = readPage(file);
  return title === '' || ["'", '`'].some((mark) => code.includes(mark + title + mark));
}

/** Whether the file is there and holds a test whose title has these words. */
export function hasTestLike({ file, title }: { file: string; title: string }): boolean {
  return existsSync(join(project, file)) && readPage(file).includes(title);
}
