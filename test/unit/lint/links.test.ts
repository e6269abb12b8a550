/** What the documentation links to is there. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const pages = globSync(['*.md', 'docs/**/*.md', 'test/**/*.md', 'data/**/*.md'], { cwd: root });

test('there are pages to look at', () => expect(pages).toEqual(expect.arrayContaining(['README.md', 'CHANGELOG.md'])));

test.each(pages)('%s', (page) => {
  const links = [...readFileSync(join(root, page), 'utf8').matchAll(/\]\((?!https?:|mailto:|#)([^)\s#]+)/g)];
  const broken = links.map(([, target]) => target!).filter((target) => !existsSync(join(root, dirname(page), target)));
  expect(broken).toEqual([]);
});
