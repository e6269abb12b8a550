/** axe-core in a page of the extension, whose policy lets no script in but by the debugger. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from 'vitest';
import { LANGUAGES, type Language } from '../../data/languages.ts';
import type { Family } from '../../scripts/browsers.ts';
import type { Tab } from '../../scripts/session.ts';

const source = readFileSync(
  createRequire(import.meta.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'),
  'utf8',
);

interface Result {
  id: string;
  nodes: { target: unknown[]; failureSummary?: string }[];
}

declare global {
  var axe: { run(context: Document | Element, options: object): Promise<{ violations: Result[] }> };
}

const standards = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
} as const;

/**
 * What axe finds against WCAG 2.2 AA and its own best practices, each with the elements meant; empty where all is well.
 * @param within selector of the part that is ours, on a page that is not
 */
export function faultsOf(tab: Tab, within = ''): Promise<string[]> {
  return run(tab, within, standards);
}

/** Both browsers show the same document: the second is asked in one language. */
export function languagesJudgedIn(family: Family): readonly Language[] {
  return family === 'chromium' ? LANGUAGES : ['en'];
}

/** Expects that axe finds nothing on a page of the extension, light or dark, and in a narrow window, which nothing runs out of. */
export async function expectNoFaults(tab: Tab): Promise<void> {
  expect(await faultsOf(tab), 'light').toEqual([]);
  await tab.evaluate(() => {
    document.documentElement.dataset.theme = 'dark';
  });
  expect(await contrastFaultsOf(tab), 'dark').toEqual([]);
  await tab.resize({ width: 320, height: 700 });
  expect(await tab.evaluate(() => document.documentElement.scrollWidth), 'no sideways scrolling').toBeLessThanOrEqual(
    320,
  );
  expect(await faultsButContrastOf(tab), 'narrow').toEqual([]);
}

/** Of what a theme alone can break: whether texts stand out from what is behind them. It takes most of the time. */
export function contrastFaultsOf(tab: Tab, within = ''): Promise<string[]> {
  return run(tab, within, { type: 'rule', values: ['color-contrast'] });
}

/** All but that: what another language or width can break. */
export function faultsButContrastOf(tab: Tab): Promise<string[]> {
  return run(tab, '', standards, { 'color-contrast': { enabled: false } });
}

async function run(tab: Tab, within: string, runOnly: object, rules: object = {}): Promise<string[]> {
  // A string is evaluated as it stands, by either driver.
  await tab.evaluate(`${source}; undefined` as unknown as () => void);
  return tab.evaluate(
    async ([part, options]) => {
      const { violations } = await axe.run(part ? document.querySelector(part)! : document, options);
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
      );
    },
    [within, { runOnly, rules, resultTypes: ['violations'] }] as const,
  );
}
