/** axe-core in a page of the extension, whose policy lets no script in but by the debugger. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
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

/**
 * What axe finds against WCAG 2.2 AA and its own best practices, each with the elements meant; empty where all is well.
 * @param within selector of the part that is ours, on a page that is not
 */
export async function faultsOf(tab: Tab, within = ''): Promise<string[]> {
  // A string is evaluated as it stands, by either driver.
  await tab.evaluate(`${source}; undefined` as unknown as () => void);
  return tab.evaluate(async (part) => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await axe.run(part ? document.querySelector(part)! : document, {
      runOnly: { type: 'tag', values: tags },
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
    );
  }, within);
}
