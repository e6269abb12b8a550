import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

const project = join(import.meta.dirname, '../../..');

/** Lints the files of a made-up project under this project's rules; says which of them broke through a wall. */
function brokenWalls(files: Record<string, string>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'bridle-walls-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  copyFileSync(join(project, 'oxlint.config.ts'), join(folder, 'oxlint.config.ts'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const { stdout } = spawnSync(
    join(project, 'node_modules/.bin/oxlint'),
    ['--format=json', '--disable-nested-config'],
    { cwd: folder, encoding: 'utf8' },
  );
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[] };
  return diagnostics
    .filter(({ code }) => /no-restricted-(imports|globals)/.test(code))
    .map(({ filename }) => filename)
    .toSorted();
}

const imports = (from: string) => `import { it } from '${from}';\nexport const kept = it;\n`;

const importsType = (from: string) => `import type { It } from '${from}';\nexport type Kept = It;\n`;

const WRONG: Record<string, string> = {
  'data/to-matching.ts': imports('../matching/engine.ts'),
  'data/to-browser.ts': imports('webextension-polyfill'),
  'matching/to-page.ts': imports('../page/annotator.ts'),
  'matching/to-presentation.ts': imports('../presentation/card.ts'),
  'matching/to-components.ts': imports('../components/card.tsx'),
  'matching/deep/to-platform.ts': imports('../../platform/settings.ts'),
  'matching/by-alias.ts': imports('@/page/annotator.ts'),
  'matching/late.ts': `export const late = () => import('../page/annotator.ts');\n`,
  'matching/hands-on.ts': `export { it } from '../page/annotator.ts';\n`,
  'matching/type.ts': importsType('../page/annotator.ts'),
  'matching/to-global.ts': 'export const id = () => chrome.runtime.id;\n',
  'presentation/to-components.ts': imports('../components/words.ts'),
  'presentation/to-page-type.ts': importsType('../page/model.ts'),
  'presentation/to-platform.ts': imports('../platform/settings.ts'),
  'presentation/to-preact.ts': imports('preact/hooks'),
  'presentation/to-document.ts': 'export const title = () => document.title;\n',
  'page/to-components.ts': imports('../components/card.tsx'),
  'page/to-facts.ts': imports('../data/facts.ts'),
  'page/to-engine.ts': imports('../matching/engine.ts'),
  'page/to-background.ts': importsType('../background/sessions.ts'),
  'background/to-page.ts': importsType('../page/annotator.ts'),
  'background/to-platform.ts': imports('../platform/settings.ts'),
  'background/to-document.ts': 'export const title = () => document.title;\n',
  'page/to-browser.ts': imports('wxt/browser'),
  'components/to-page.tsx': imports('../page/annotator.ts'),
  'components/to-page-type.tsx': importsType('../page/hover.ts'),
  'components/to-platform.tsx': imports('../platform/settings.ts'),
  'components/to-entrypoints.tsx': imports('../entrypoints/background.ts'),
  'platform/to-entrypoints.ts': imports('../entrypoints/background.ts'),
  'platform/to-page.ts': imports('../page/model.ts'),
  'cli/to-page.ts': imports('../page/annotator.ts'),
  'cli/deep/to-page.ts': imports('../../page/marks.ts'),
  'cli/to-components.ts': imports('../components/card.tsx'),
  'cli/to-bench.ts': imports('../bench/table.ts'),
  'entrypoints/to-cli.ts': imports('../cli/command.ts'),
  'bench/to-test.ts': imports('../test/fixtures/facts.ts'),
  'bench/to-cli-type.ts': importsType('../cli/command.ts'),
  'scripts/to-bench.ts': imports('../bench/table.ts'),
};

const RIGHT: Record<string, string> = {
  'data/inside.ts': imports('./compile.ts'),
  'matching/to-data.ts': imports('../data/fold.ts'),
  'presentation/to-matching.ts': imports('../matching/claims/figures.ts'),
  'presentation/to-messages.ts': importsType('../public/_locales/en/messages.json'),
  'page/to-presentation.ts': importsType('../presentation/card.ts'),
  'page/to-platform.ts': imports('../platform/messages.ts'),
  'components/to-presentation.tsx': imports('../presentation/card.ts'),
  'components/to-data.tsx': imports('../data/facts.ts'),
  'components/to-platform-type.tsx': importsType('../platform/settings.ts'),
  'platform/to-browser.ts': imports('webextension-polyfill'),
  'cli/to-matching.ts': imports('../matching/engine.ts'),
  'cli/deep/to-blocks.ts': imports('../../page/blocks.ts'),
  'bench/to-scripts.ts': imports('../scripts/serve.ts'),
  'entrypoints/to-all.ts': ['components/card.tsx', 'page/annotator.ts', 'platform/settings.ts']
    .map((path, at) => `export { it as it${at} } from '../${path}';`)
    .join('\n'),
};

it('a wrong import fails the lint, and a right one passes', () => {
  expect(brokenWalls({ ...WRONG, ...RIGHT })).toEqual(Object.keys(WRONG).toSorted());
});
