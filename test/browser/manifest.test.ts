/** The manifests that readers get, against what docs/permissions.md and docs/security.md say of them. Opens no browser. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Family } from '../../scripts/browsers.ts';
import { folderOf, root } from './harness.ts';

/** What only one family asks for; the page says so of each. */
const ONLY: Record<Family, Record<string, string[]>> = {
  chromium: { Permissions: ['sidePanel'] },
  firefox: { 'Data collection': ['none'] },
};

const reasons = reasonsIn(readFileSync(resolve(root, 'docs/permissions.md'), 'utf8'));

test.each(
  Object.entries(reasons).flatMap(([section, entries]) =>
    Object.entries(entries).map(([name, reason]) => [section, name, reason] as const),
  ),
)('%s: %s has a reason in words', (_section, _name, reason) => expect(reason.split(/\s+/).length).toBeGreaterThan(7));

describe.each<Family>(['chromium', 'firefox'])('the manifest (%s)', (family) => {
  const manifest = JSON.parse(readFileSync(resolve(folderOf(family, 'production'), 'manifest.json'), 'utf8'));
  const other = family === 'chromium' ? 'firefox' : 'chromium';
  const asked: Record<string, string[]> = {
    Permissions: manifest.permissions,
    'Optional host permissions': manifest.optional_host_permissions,
    Commands: Object.keys(manifest.commands),
    Omnibox: [manifest.omnibox.keyword],
    'Data collection': manifest.browser_specific_settings?.gecko.data_collection_permissions.required ?? [],
  };

  test.each(Object.keys(reasons))('%s: what is asked for is what the page gives reasons for', (section) => {
    const documented = Object.keys(reasons[section]!).filter((name) => !ONLY[other][section]?.includes(name));
    expect(asked[section]!.toSorted()).toEqual(documented.toSorted());
  });

  test.each([
    'host_permissions',
    'optional_permissions',
    'web_accessible_resources',
    'externally_connectable',
    'content_scripts',
    'sandbox',
    'devtools_page',
    'chrome_url_overrides',
    'update_url',
  ])('has no %s', (key) => expect(manifest).not.toHaveProperty(key));

  test('keeps out of private windows', () => expect(manifest.incognito).toBe('not_allowed'));

  test('nothing but packed files is let in, and nothing out', () => {
    const policy = Object.fromEntries(
      (manifest.content_security_policy.extension_pages as string).split(';').map((directive) => {
        const [name, ...values] = directive.trim().split(/\s+/);
        return [name, values.join(' ')];
      }),
    );
    expect(policy).toMatchObject({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'connect-src': "'self'",
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
    });
    expect(Object.values(policy).join(' ')).not.toMatch(/unsafe|https?:|blob:|\*/);
  });
});

/** The names under each heading of the page, with the first paragraph below them. */
function reasonsIn(page: string): Record<string, Record<string, string>> {
  const sections = page
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [title = ''] = section.split('\n', 1);
      const entries = [...section.matchAll(/^### `(.+)`\n\n((?:.+\n)+)/gm)].map(
        ([, name, reason]) => [name!, reason!.trim()] as const,
      );
      return [title, Object.fromEntries(entries)] as const;
    });
  return Object.fromEntries(sections.filter(([, entries]) => Object.keys(entries).length > 0));
}
