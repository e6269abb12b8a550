/** axe-core in a page of the extension, whose policy lets no script in but by the debugger. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from 'vitest';
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

/** Expects that axe finds nothing on a page of the extension, light or dark, and in a narrow window, which nothing runs out of. */
export async function expectNoFaults(tab: Tab): Promise<void> {
  for (const theme of ['light', 'dark']) {
    await tab.evaluate((wanted) => {
      document.documentElement.dataset.theme = wanted;
    }, theme);
    expect(await faultsOf(tab), theme).toEqual([]);
  }
  await tab.resize({ width: 320, height: 700 });
  expect(await tab.evaluate(() => document.documentElement.scrollWidth), 'no sideways scrolling').toBeLessThanOrEqual(
    320,
  );
  expect(await faultsOf(tab), 'narrow').toEqual([]);
}

/** The same of what a theme alone can break: whether texts stand out from what is behind them. */
export function contrastFaultsOf(tab: Tab): Promise<string[]> {
  return run(tab, '', { type: 'rule', values: ['color-contrast'] });
}

async function run(tab: Tab, within: string, runOnly: object): Promise<string[]> {
  // A string is evaluated as it stands, by either driver.
  await tab.evaluate(`${source}; undefined` as unknown as () => void);
  return tab.evaluate(
    async ([part, only]) => {
      const { violations } = await axe.run(part ? document.querySelector(part)! : document, { runOnly: only });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
      );
    },
    [within, runOnly] as const,
  );
}
