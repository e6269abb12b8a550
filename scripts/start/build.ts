/** The build that `npm start` opens: made where something changed since the last one, otherwise used as it lies. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Family } from '../browsers.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** All that a build is made of. */
const SOURCES =
  'background cli/kept-knowledge.ts components data entrypoints matching page platform presentation public seeds wxt.config.ts package-lock.json';

/**
 * Folder of a build with access to the one origin that is to be read.
 * @throws {Error} with what the builder printed
 */
export function buildFor(family: Family, url: URL): string {
  const browser = family === 'firefox' ? 'firefox' : 'chrome';
  const folder = join(ROOT, `.output/${browser}-mv3-start`);
  const stamp = `${folder}.stamp`;
  const state = stateOfSources();
  if (!existsSync(folder) || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== state) {
    console.log('Building Bridle …');
    const wxt = join(ROOT, 'node_modules/wxt/bin/wxt.mjs');
    const run = spawnSync(process.execPath, [wxt, 'build', '-b', browser, '--mv3', '--mode', 'start'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    if (run.status !== 0) throw new Error(`The build failed:\n${run.stdout}${run.stderr}`);
    writeFileSync(stamp, state);
  }
  allow(folder, `${url.protocol}//${url.hostname}/*`);
  return folder;
}

function allow(folder: string, pattern: string): void {
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as object;
  writeFileSync(file, JSON.stringify({ ...manifest, host_permissions: [pattern] }));
}

/** Changes with every change of a source: names, sizes and times of all files. */
function stateOfSources(): string {
  const hash = createHash('sha256');
  for (const source of SOURCES.split(' ')) {
    const path = join(ROOT, source);
    const files = statSync(path).isDirectory() ? readdirSync(path, { recursive: true, encoding: 'utf8' }) : [''];
    for (const file of files.toSorted()) {
      const { size, mtimeMs } = statSync(join(path, file));
      hash.update(`${source}/${file} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}
