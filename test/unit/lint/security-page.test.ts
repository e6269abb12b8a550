import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const project = join(import.meta.dirname, '../../..');
const page = readFileSync(join(project, 'docs/security.md'), 'utf8');
const named = [...page.matchAll(/`(test\/\S+\.tsx?)`(?: “([^”]+)”)?/g)].map(
  ([, file, title]) => [file!, title ?? ''] as const,
);

test('the page names tests', () => expect(named.length).toBeGreaterThan(20));

test.each(named)('%s holds “%s”', (file, title) => {
  expect(existsSync(join(project, file))).toBe(true);
  expect(readFileSync(join(project, file), 'utf8')).toContain(title);
});
