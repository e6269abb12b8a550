import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

const project = join(import.meta.dirname, '../../..');

/** Lints files of a made-up house under this project's rules; says which files broke through a wall. */
function brokenWalls(files: Record<string, string>): string[] {
  const house = mkdtempSync(join(tmpdir(), 'bridle-walls-'));
  onTestFinished(() => rmSync(house, { recursive: true }));
  copyFileSync(join(project, '.oxlintrc.json'), join(house, '.oxlintrc.json'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), content);
  }
  const { stdout } = spawnSync(
    join(project, 'node_modules/.bin/oxlint'),
    ['--format=json', '--disable-nested-config'],
    { cwd: house, encoding: 'utf8' },
  );
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[] };
  return diagnostics
    .filter(({ code }) => /no-restricted-(imports|globals)/.test(code))
    .map(({ filename }) => filename)
    .toSorted();
}

const imports = (from: string) => `import { it } from '${from}';\nexport const kept = it;\n`;

const WRONG: Record<string, string> = {
  'data/to-matching.ts': imports('../matching/engine.ts'),
  'data/to-browser.ts': imports('webextension-polyfill'),
  'matching/to-page.ts': imports('../page/annotator.ts'),
  'matching/to-components.ts': imports('../components/card.tsx'),
  'matching/deep/to-platform.ts': imports('../../platform/settings.ts'),
  'matching/by-alias.ts': imports('@/page/annotator.ts'),
  'matching/late.ts': `export const late = () => import('../page/annotator.ts');\n`,
  'matching/hands-on.ts': `export { it } from '../page/annotator.ts';\n`,
  'matching/type.ts': `import type { It } from '../page/annotator.ts';\nexport type Kept = It;\n`,
  'matching/to-global.ts': 'export const id = () => chrome.runtime.id;\n',
  'page/to-components.ts': imports('../components/card.tsx'),
  'page/to-platform.ts': imports('../platform/settings.ts'),
  'page/to-browser.ts': imports('wxt/browser'),
  'components/to-page.tsx': imports('../page/annotator.ts'),
  'components/to-page-type.tsx': `import type { It } from '../page/hover.ts';\nexport type Kept = It;\n`,
  'components/to-model-value.tsx': imports('../page/model.ts'),
  'components/to-doors.tsx': imports('../entrypoints/background.ts'),
  'platform/to-doors.ts': imports('../entrypoints/background.ts'),
  'cli/to-page.ts': imports('../page/annotator.ts'),
  'cli/deep/to-page.ts': imports('../../page/marks.ts'),
  'cli/to-components.ts': imports('../components/card.tsx'),
};

const RIGHT: Record<string, string> = {
  'data/inside.ts': imports('./compile.ts'),
  'matching/to-data.ts': imports('../data/fold.ts'),
  'page/to-matching.ts': imports('../matching/engine.ts'),
  'components/to-model.tsx': `import type { It } from '../page/model.ts';\nexport type Kept = It;\n`,
  'components/to-data.tsx': imports('../data/facts.ts'),
  'platform/to-browser.ts': imports('webextension-polyfill'),
  'cli/to-matching.ts': imports('../matching/engine.ts'),
  'cli/deep/to-blocks.ts': imports('../../page/blocks.ts'),
  'entrypoints/to-all.ts': ['components/card.tsx', 'page/annotator.ts', 'platform/settings.ts']
    .map((path, at) => `export { it as it${at} } from '../${path}';`)
    .join('\n'),
};

it('a wrong import fails the lint, and a right one passes', () => {
  expect(brokenWalls({ ...WRONG, ...RIGHT })).toEqual(Object.keys(WRONG).toSorted());
});
