/**
 * `npm run mutants [-- --each N] [FILE...]`: makes single changes to the code of `platform/` and `page/`, N in a file (2), and tells which of them no unit
 * test notices. Works in a copy of the project; the sample is the same each time. docs/mutants.md explains those that survive.
 */
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { mutantsOf, mutated, sampleOf, type Mutant } from './mutations.ts';
import { relatedTests } from './related.ts';

type Outcome = 'killed' | 'timed out' | 'survived' | 'not reached';

/** A change may make a loop endless. */
const longestRunMs = 120_000;

const root = resolve(import.meta.dirname, '../..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { each: { type: 'string', default: '2' } },
});
const each = Number(values.each);
if (!Number.isInteger(each) || each < 1) throw new Error('--each is a number from 1.');

const git = ['ls-files', '--cached', '--others', '--exclude-standard'];
const files = execFileSync('git', git, { cwd: root, encoding: 'utf8', maxBuffer: 64e6 }).split('\n').filter(Boolean);
const chosen = files.filter((file) =>
  positionals.length > 0 ? positionals.includes(file) : /^(?:platform|page)\/.*(?<!\.d)\.ts$/.test(file),
);
const testsOf = relatedTests(root, files);
/** Ends the tests that run, with all their workers. */
let endTests = () => {};
const copy = copied();
const outcomes: { mutant: Mutant; outcome: Outcome }[] = [];
try {
  for (const file of chosen) await tryFile(file);
} finally {
  rmSync(copy, { recursive: true, force: true });
}
report();

function copied(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bridle-mutants-'));
  for (const file of files) cpSync(join(root, file), join(folder, file));
  cpSync(join(root, '.wxt'), join(folder, '.wxt'), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      endTests();
      rmSync(folder, { recursive: true, force: true });
      process.exit(1);
    });
  return folder;
}

async function tryFile(file: string): Promise<void> {
  const code = readFileSync(join(root, file), 'utf8');
  const tests = testsOf(file);
  for (const mutant of sampleOf(mutantsOf(file, code), each)) {
    let outcome: Outcome = 'not reached';
    if (tests.length > 0) {
      writeFileSync(join(copy, file), mutated(code, mutant));
      outcome = await run(tests);
    }
    outcomes.push({ mutant, outcome });
    if (outcome === 'survived') console.log(`survived  ${describe(mutant, code)}`);
  }
  writeFileSync(join(copy, file), code);
}

/** In a group of its own, so that no worker outlives its time. */
function run(tests: readonly string[]): Promise<Outcome> {
  const program = join(root, 'node_modules/vitest/vitest.mjs');
  const args = [program, 'run', '--project', 'unit', '--bail', '1', '--reporter', 'dot', ...tests];
  const child = spawn(process.execPath, args, { cwd: copy, stdio: 'ignore', detached: true });
  endTests = () => process.kill(-child.pid!, 'SIGKILL');
  return new Promise((settle) => {
    const timer = setTimeout(() => {
      endTests();
      settle('timed out');
    }, longestRunMs);
    child.once('exit', (status) => {
      clearTimeout(timer);
      endTests = () => {};
      settle(status === 0 ? 'survived' : 'killed');
    });
  });
}

function describe({ file, line, start, end, text }: Mutant, code: string): string {
  const said = (words: string) => words.replace(/\s+/g, ' ').trim().slice(0, 90) || 'nothing';
  return `${file}:${line}\n            ${said(code.slice(start, end))}  →  ${said(text)}`;
}

function report(): void {
  const columns = ['killed', 'timed out', 'survived', 'not reached'] as const;
  const line = (name: string, counts: readonly (string | number)[]) =>
    `${name.padEnd(34)}${counts.map((count) => String(count || '').padStart(12)).join('')}`;
  const counts = (all: typeof outcomes) => columns.map((kind) => all.filter(({ outcome }) => outcome === kind).length);
  console.log(`\n${line('', columns)}`);
  for (const [file, all] of Map.groupBy(outcomes, ({ mutant }) => mutant.file)) console.log(line(file, counts(all)));
  console.log(line('in all', counts(outcomes)));
}
