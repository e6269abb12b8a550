/** Mozilla's add-on linter over the build for Firefox: no errors, and no warnings but those listed here with their reason. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

interface Message {
  code: string;
  message: string;
  file?: string;
  line?: number;
}

/** Warnings that are not ours to mend. */
const ACCEPTED: { code: string; reason: string }[] = [
  { code: 'UNSAFE_VAR_ASSIGNMENT', reason: 'Preact can set innerHTML; no component of ours asks it to' },
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
const report = JSON.parse(run.stdout.slice(run.stdout.indexOf('{'))) as Record<
  'errors' | 'warnings' | 'notices',
  Message[]
>;
const ours = [...report.errors, ...report.warnings].filter(
  ({ code }) => !ACCEPTED.some((accepted) => accepted.code === code),
);
for (const { code, message, file, line } of ours)
  console.error(`${file ?? 'manifest'}${line ? `:${line}` : ''} ${code}: ${message}`);
for (const { code, reason } of ACCEPTED) {
  const count = report.warnings.filter((warning) => warning.code === code).length;
  if (count > 0) console.log(`${count} × ${code} accepted: ${reason}`);
}
console.log(ours.length === 0 ? 'no errors, no warnings of ours' : `${ours.length} to mend`);
process.exitCode = ours.length > 0 ? 1 : 0;
