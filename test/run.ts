/**
 * `npm test`: every check, each with its name and time, and one closing line. A step that fails does not stop the
 * others; a step that needs the result of a failed one is skipped. Each test of vitest counts as one, each other step as one. What failed
 * is told once more at the end, where it is seen; so is what could not be checked here.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { env } from 'node:process';
import { bothBrowsers } from '../scripts/browsers.ts';
import { notesOf, type Report } from './run-notes.ts';

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

interface Outcome extends Count {
  /** What it printed, where it does not print itself. */
  output?: string;
  /** What somebody has to know who reads only the end: each failure with its reason. */
  notes?: string[];
}

interface Step {
  name: string;
  /** Names of the steps without which this one makes no sense. */
  needs?: string[];
  /** Why it cannot run here; undefined where it can. */
  absent?: string | false;
  run(): Promise<Outcome>;
}

const root = resolve(import.meta.dirname, '..');
const reports = mkdtempSync(join(tmpdir(), 'bridle-test-'));
const originals = '../shared/seeds';
const noOriginals =
  !existsSync(resolve(root, originals)) &&
  `the folder of originals, ${originals}, is not here, so nothing proves that the fact base says what its sources say`;

/** Round by round: what stands in one list runs side by side. */
const rounds: Step[][] = [
  [command('prepare', 'wxt prepare')],
  [
    command('types', 'tsc --noEmit'),
    command('lint', 'npm run --silent lint'),
    command('format', 'prettier --check --log-level warn .'),
    { ...command('every span against the originals', `node cli/verify.ts ${originals}`), absent: noOriginals },
    command('every sentence has a claim or a reason', 'node cli/facts.ts coverage'),
    command('accuracy of the matching', 'node test/accuracy/accuracy.ts'),
  ],
  [vitest('unit and property tests', 'unit')],
  [command('build for Chrome and Edge', 'wxt build -b chrome')],
  [command('build for Firefox', 'wxt build -b firefox')],
  [
    command('sizes', 'node scripts/sizes.ts', ['build for Chrome and Edge']),
    command('licences', 'node scripts/licences.ts', ['build for Chrome and Edge', 'build for Firefox']),
    command('add-on linter', 'node test/lint/addon.ts', ['build for Firefox']),
  ],
  [vitest('packages and listing for the stores', 'store', ['build for Chrome and Edge', 'build for Firefox'])],
  [command('test build for Chromium', 'wxt build -b chrome --mode e2e')],
  [command('test build for Firefox', 'wxt build -b firefox --mode e2e')],
  [
    {
      name: 'browsers',
      run: async () => {
        const paths = Object.values(bothBrowsers()).map(({ path }) => path);
        return { ...one(true), output: paths.join('\n') };
      },
    },
  ],
  [
    vitest('browser tests', 'browser', [
      'browsers',
      'build for Chrome and Edge',
      'build for Firefox',
      'test build for Chromium',
      'test build for Firefox',
    ]),
  ],
];

process.exitCode = await runAll(rounds);
rmSync(reports, { recursive: true, force: true });

/** Runs the steps, prints the closing line, and returns the exit status. */
async function runAll(all: Step[][]): Promise<number> {
  const total: Count = { passed: 0, failed: 0, skipped: 0 };
  const broken = new Set<string>();
  const outcomes: string[] = [];
  const told: string[] = [];
  const startedAt = performance.now();
  for (const round of all) {
    console.log(`\n── ${round.map(({ name }) => name).join(' · ')}`);
    const ran = await Promise.all(round.map(runStep));
    for (const { step, reason, count, took } of ran) {
      if (count.output) console.log(round.length > 1 ? `${step.name}\n${count.output}` : count.output);
      told.push(
        ...(count.notes ?? []),
        ...(step.absent ? [`NOT CHECKED: ${step.name}. ${capitalised(step.absent)}.`] : []),
      );
      if (count.failed > 0 || reason) broken.add(step.name);
      for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += count[key];
      const verdict = reason ? 'skipped' : count.failed > 0 ? 'FAILED' : 'passed';
      outcomes.push(`${verdict.padEnd(8)}${took.padStart(8)}  ${step.name}${reason ? `: ${reason}` : detail(count)}`);
    }
  }
  console.log(`\n${outcomes.join('\n')}\n        ${seconds(startedAt).padStart(8)}  in all\n`);
  for (const note of told) console.log(`${note.replaceAll('\n', '\n    ')}\n`);
  console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
  return total.failed > 0 ? 1 : 0;

  async function runStep(step: Step): Promise<{ step: Step; reason: string | false; count: Outcome; took: string }> {
    const stepStartedAt = performance.now();
    const missing = step.needs?.find((need) => broken.has(need));
    const reason = missing ? `“${missing}” failed` : (step.absent ?? false);
    if (reason) return { step, reason, count: { passed: 0, failed: 0, skipped: 1 }, took: '' };
    const count: Outcome = await step.run().catch((error: unknown) => {
      console.error(error);
      return { ...one(false), notes: [`${step.name}\n${String(error)}`] };
    });
    return { step, reason, count, took: seconds(stepStartedAt) };
  }
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function detail({ passed, failed, skipped }: Count): string {
  if (passed + failed + skipped <= 1) return '';
  return ` (${passed} passed${failed ? `, ${failed} failed` : ''}${skipped ? `, ${skipped} skipped` : ''})`;
}

function seconds(sinceMs: number): string {
  return `${((performance.now() - sinceMs) / 1000).toFixed(1)} s`;
}

function one(passed: boolean): Count {
  return { passed: Number(passed), failed: Number(!passed), skipped: 0 };
}

/** A step that is one program: what the program printed is told where that failed, or where there is little of it. */
function command(name: string, line: string, needs: string[] = []): Step {
  return {
    name,
    needs,
    async run() {
      const { status, output } = await execute(line, 'pipe');
      const lines = output.trimEnd().split('\n');
      return {
        ...one(status === 0),
        output: status === 0 && lines.length > 20 ? `… ${lines.at(-1)}` : lines.join('\n'),
        notes: status === 0 ? [] : [`FAILED ${name}\n${lines.slice(-12).join('\n')}`],
      };
    },
  };
}

/** A step whose tests are counted from vitest's own report. */
function vitest(name: string, project: string, needs: string[] = []): Step {
  return {
    name,
    needs,
    async run() {
      const report = join(reports, `${project}.json`);
      const { status } = await execute(
        `vitest run --project '${project}*' --reporter=default --reporter=json --outputFile.json=${report}`,
        'inherit',
      );
      if (!existsSync(report)) return one(false);
      const told = JSON.parse(readFileSync(report, 'utf8')) as Report;
      // A file that could not be loaded has no tests that could fail.
      const failed = told.numFailedTests || Number(status !== 0);
      return {
        passed: told.numPassedTests,
        failed,
        skipped: told.numPendingTests + told.numTodoTests,
        notes: notesOf(told, root),
      };
    },
  };
}

function execute(line: string, stdio: 'pipe' | 'inherit'): Promise<{ status: number; output: string }> {
  const path = `${join(root, 'node_modules/.bin')}${delimiter}${env.PATH}`;
  const child = spawn(line, {
    cwd: root,
    shell: true,
    stdio: ['ignore', stdio, stdio],
    env: { ...env, PATH: path, CI: '1' },
  });
  let output = '';
  child.stdout?.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    output += chunk;
  });
  return new Promise((settle) => {
    child.on('error', (error) => settle({ status: 1, output: String(error) }));
    child.on('close', (status) => settle({ status: status ?? 1, output }));
  });
}
