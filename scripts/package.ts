/**
 * `npm run package`: from the two builds and the repository, what the stores are given: a zip for Chrome and Edge, one for Firefox, and
 * the sources for Mozilla's reviewers. Prints the sha256 of each, to be compared.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { archiveOf } from './archive.ts';

const root = resolve(import.meta.dirname, '..');
const folder = join(root, '.output/packages');
const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  name: string;
  version: string;
};

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const browser of ['chrome', 'firefox']) {
  const build = join(root, `.output/${browser}-mv3`);
  save(browser, build, filesBelow(build));
}
const sources = sourcesOf(root);
if (sources) save('sources', root, sources);
else console.log('no sources zip: this folder is no clone of the repository');

function save(what: string, from: string, paths: string[]): void {
  const file = `${name}-${version}-${what}.zip`;
  const bytes = archiveOf(from, paths);
  writeFileSync(join(folder, file), bytes);
  const hash = createHash('sha256').update(bytes).digest('hex');
  console.log(
    `${hash}  ${relative(root, folder)}/${file}  ${paths.length} files, ${Math.round(bytes.length / 1000)} kB`,
  );
}

function filesBelow(build: string): string[] {
  if (!existsSync(build)) throw new Error(`${relative(root, build)} is not built: npm run build`);
  return readdirSync(build, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(build, path)).isFile())
    .map((path) => path.replaceAll(sep, '/'));
}

/** The files that git keeps, as they lie in the folder: what was built from. Null where there is no git. */
function sourcesOf(clone: string): string[] | null {
  if (!existsSync(join(clone, '.git'))) return null;
  const git = spawnSync('git', ['ls-files', '-z'], { cwd: clone, encoding: 'utf8' });
  if (git.status !== 0) throw new Error(git.stderr || String(git.error));
  return git.stdout.split('\0').filter((path) => path !== '' && existsSync(join(clone, path)));
}
