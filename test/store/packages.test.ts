/** What the stores are given: the same bytes from the same sources, wherever and whenever; one version in all of it. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { archiveOf } from '../../scripts/archive.ts';

const root = resolve(import.meta.dirname, '../..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const BROWSERS = ['chrome', 'firefox'] as const;
/** Unpacked sources are no clone: there is nothing to make a sources zip from. */
const noClone = !existsSync(join(root, '.git'));

beforeAll(() => {
  run('node scripts/package.ts', root);
});

describe('an archive', () => {
  test('is the same whatever the order, the times and the permissions of its files', () => {
    const folder = temporary();
    const paths = ['b.txt', 'a/ü.txt', 'a.txt'];
    write(folder, paths);
    const before = archiveOf(folder, paths);
    for (const path of paths) {
      utimesSync(join(folder, path), 1_000_000_000, 1_000_000_000);
      chmodSync(join(folder, path), 0o755);
    }
    expect(archiveOf(folder, paths.toReversed())).toEqual(before);
    expect(Object.keys(unzipSync(before))).toEqual(['a.txt', 'a/ü.txt', 'b.txt']);
  });

  test('is the same in another time zone', () => {
    const folder = temporary();
    write(folder, ['a.txt']);
    const here = process.env.TZ;
    onTestFinished(() => {
      setZone(here);
    });
    const [east, west] = ['Pacific/Kiritimati', 'Pacific/Pago_Pago'].map((zone) => {
      setZone(zone);
      return archiveOf(folder, ['a.txt']);
    });
    expect(east).toEqual(west);
  });
});

test.each(BROWSERS)('the zip for %s holds exactly its build, with the version of package.json', (browser) => {
  const files = unzipSync(zip(browser));
  const manifest = JSON.parse(text(files['manifest.json']!));
  expect(manifest.version).toBe(version);
  for (const [path, bytes] of Object.entries(files)) {
    expect(Buffer.from(bytes).equals(readFileSync(join(root, `.output/${browser}-mv3`, path))), path).toBe(true);
  }
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining(['_locales/de/messages.json', 'background.js', 'popup.html', 'icons/128.png']),
  );
});

test.each([...BROWSERS, ...(noClone ? [] : ['sources'])])(
  'the zip of %s names no folder of the machine that made it',
  (what) => {
    const naming = Object.entries(unzipSync(zip(what))).filter(
      ([path, bytes]) => path.startsWith('/') || Buffer.from(bytes).includes(root),
    );
    expect(naming.map(([path]) => path)).toEqual([]);
  },
);

test.skipIf(noClone)('the sources hold what a build needs, and nothing that was built or installed', () => {
  const paths = Object.keys(unzipSync(zip('sources')));
  expect(paths).toEqual(
    expect.arrayContaining([
      'SOURCE.md',
      'package.json',
      'package-lock.json',
      'wxt.config.ts',
      '.npmrc',
      'data/claims.json',
    ]),
  );
  expect(paths.filter((path) => /^(?:node_modules|\.output|\.wxt|\.git|tmp)\//.test(path))).toEqual([]);
});

describe.skipIf(noClone)('the sources, unpacked elsewhere and built as SOURCE.md says', () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'bridle-sources-'));
  afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

  beforeAll(() => {
    for (const [path, bytes] of Object.entries(unzipSync(zip('sources')))) write(elsewhere, [path], bytes);
    // What `npm ci` would put there.
    symlinkSync(join(root, 'node_modules'), join(elsewhere, 'node_modules'));
    expect(readFileSync(join(elsewhere, 'SOURCE.md'), 'utf8')).toContain('npm run package');
    run('npm run --silent package', elsewhere);
  });

  test.each(BROWSERS)('give the same bytes for %s', (browser) => {
    expect(zip(browser, elsewhere).equals(zip(browser))).toBe(true);
  });
});

test('the version is the newest of CHANGELOG.md, or later than all of it while something is unreleased', () => {
  const headings = [...readFileSync(join(root, 'CHANGELOG.md'), 'utf8').matchAll(/^## \[?([^\]\s]+)/gm)].map(
    ([, heading]) => heading!,
  );
  const [top, ...older] = headings;
  expect(headings.length).toBeGreaterThan(0);
  if (top === 'Unreleased') expect(older).not.toContain(version);
  else expect(top).toBe(version);
});

function zip(what: string, folder = root): Buffer {
  return readFileSync(join(folder, `.output/packages/bridle-${version}-${what}.zip`));
}

/** Without what vitest puts into the environment: a build for tests differs. */
function run(line: string, cwd: string): void {
  const env = { PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}`, HOME: process.env.HOME };
  const { status, stdout, stderr } = spawnSync(line, { cwd, shell: true, encoding: 'utf8', env });
  if (status !== 0) throw new Error(`${line}\n${stdout}\n${stderr}`);
}

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bridle-archive-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function write(
  folder: string,
  paths: string[],
  bytes: Uint8Array = new TextEncoder().encode('text '.repeat(400)),
): void {
  for (const path of paths) {
    if (!existsSync(dirname(join(folder, path)))) mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}

function setZone(zone: string | undefined): void {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
