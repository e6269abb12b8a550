/** The build for Safari, as far as it can be looked at without one. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, '.output/safari-mv3');
/** In UTF-16 code units; App Store Connect refuses longer ones. */
const longestDescription = 112;
let manifest: Record<string, unknown> & { permissions: string[]; commands: Record<string, unknown> };

beforeAll(() => {
  const program = join(root, 'node_modules/wxt/bin/wxt.mjs');
  const { status, stderr } = spawnSync(process.execPath, [program, 'build', '-b', 'safari'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, expect.anything()]);
  manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
});

test('asks for nothing that Safari does not know', () => {
  for (const key of ['side_panel', 'sidebar_action', 'omnibox', 'incognito', 'minimum_chrome_version'])
    expect(manifest).not.toHaveProperty(key);
  expect(manifest.permissions.toSorted()).toEqual(['activeTab', 'contextMenus', 'scripting', 'storage']);
  expect(manifest.browser_specific_settings).toEqual({ safari: { strict_min_version: '18.4' } });
});

test('has the page of the dossier, which opens in a tab there', () => {
  expect(existsSync(join(folder, 'sidepanel.html'))).toBe(true);
  expect(Object.keys(manifest.commands)).toContain('open-panel');
});

test.each(['en', 'fr', 'de'])('is described in %s within its limit', (language) => {
  const messages = JSON.parse(readFileSync(join(folder, `_locales/${language}/messages.json`), 'utf8'));
  expect(messages.manifest_description.message.length).toBeLessThanOrEqual(longestDescription);
});
