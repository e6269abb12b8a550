/**
 * `npm run oldest`: the core of the browser tests in the oldest Chromium and Firefox ESR that Debian's package servers hold. What the manifest
 * names as the least version is what was run here. For Debian and Ubuntu; unpacks into `tmp/oldest`, and installs nothing.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '../tmp/oldest');
/** Marks, card, popup and panel on ordinary pages. */
const CORE = ['pages', 'card', 'popup', 'panel'].map((name) => `test/browser/${name}.test.ts`);

mkdirSync(folder, { recursive: true });
const chromium = unpacked(['chromium', 'chromium-common'], 'usr/lib/chromium/chromium');
const firefox = unpacked(['firefox-esr'], 'usr/lib/firefox-esr/firefox-esr');
for (const program of [chromium, firefox])
  console.log(execFileSync(program, ['--version'], { encoding: 'utf8' }).trim());
const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'browser', ...CORE], {
  stdio: 'inherit',
  env: { ...process.env, CHROMIUM_PATH: chromium, FIREFOX_PATH: firefox },
});
process.exitCode = status ?? 1;

/** Downloads the oldest version of the packages, unless it is there, and returns the program in them. */
function unpacked(packages: readonly string[], program: string): string {
  const version = oldestOf(packages[0]!);
  const into = join(folder, `${packages[0]}-${version.replaceAll(/[^\w.-]/g, '_')}`);
  if (!existsSync(join(into, program))) {
    mkdirSync(into, { recursive: true });
    execFileSync('apt-get', ['download', ...packages.map((name) => `${name}=${version}`)], { cwd: into });
    for (const file of readdirSync(into).filter((name) => name.endsWith('.deb')))
      execFileSync('dpkg', ['-x', file, '.'], { cwd: into });
  }
  return join(into, program);
}

/** The package servers list the newest version first. */
function oldestOf(name: string): string {
  const lines = execFileSync('apt-cache', ['madison', name], { encoding: 'utf8' }).trim().split('\n');
  const version = lines.at(-1)?.split('|')[1]?.trim();
  if (!version) throw new Error(`The package servers know no ${name}: run apt-get update`);
  return version;
}
