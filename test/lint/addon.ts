/** Mozilla's add-on linter over the build for Firefox: no errors, and no warnings but those listed here with their reason. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { divide, type Accepted, type Message } from './accepted.ts';

/** Warnings that are not ours to mend. Names of chunks end in a hash. */
const ACCEPTED: Accepted[] = [
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    file: /^drawing\.js$/,
    reason: 'Preact, which draws the card, can set innerHTML; no component of ours asks it to',
  },
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    file: /^chunks\/words-[\w-]+\.js$/,
    reason: 'the same Preact, as the pages of the extension share it',
  },
];

const root = resolve(import.meta.dirname, '../..');
const run = spawnSync(
  process.execPath,
  ['node_modules/web-ext/bin/web-ext.js', 'lint', '--source-dir', '.output/firefox-mv3', '--output', 'json'],
  {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64e6,
  },
);
const report = JSON.parse(run.stdout.slice(run.stdout.indexOf('{'))) as Record<'errors' | 'warnings', Message[]>;
const { ours, accepted } = divide(report, ACCEPTED);
for (const { code, message, file, line } of ours)
  console.error(`${file ?? 'manifest'}${line ? `:${line}` : ''} ${code}: ${message}`);
for (const { warning, reason } of accepted) console.log(`${warning.file} ${warning.code} accepted: ${reason}`);
console.log(ours.length === 0 ? 'no errors, no warnings of ours' : `${ours.length} to mend`);
process.exitCode = ours.length > 0 ? 1 : 0;
