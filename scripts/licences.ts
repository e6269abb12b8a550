/**
 * `npm run licences`: every package of the lockfile with its licence, first those that ship, then those that only work on it. Fails
 * where something ships under a licence that is not on the list, or where a build does not name what the lockfile says it carries.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { NOTICES_FILE, packagesIn } from './notices.ts';

/** May be packed beside code under MPL-2.0, for no more than a notice. */
const ALLOWED = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MPL-2.0',
  'Unlicense',
  'Zlib',
];
/** A program that the scripts run, no part of a bundle: not a development dependency only because some platforms do without it. */
const TOOLS = /^node-(?:linux|darwin|win)-/;

interface Package {
  name: string;
  version: string;
  licence: string;
}

const root = resolve(import.meta.dirname, '..');
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, { version: string; license?: string; dev?: boolean; name?: string }>;
};
const locked = Object.entries(lock.packages)
  .filter(([path]) => path !== '')
  .map(([path, { version, license, dev, name }]) => ({
    name: name ?? path.replace(/^.*node_modules\//, ''),
    version,
    licence: license ?? 'none stated',
    isDev: dev === true,
  }));
const builds = ['chrome-mv3', 'firefox-mv3'].map((build) => join(root, '.output', build, NOTICES_FILE));
const faults = builds
  .filter((file) => !existsSync(file))
  .map((file) => `${file.slice(root.length + 1)} is not there: npm run build`);
const carried = builds.filter((file) => existsSync(file)).flatMap((file) => packagesIn(readFileSync(file, 'utf8')));

const isCarried = ({ name, version }: Package) =>
  carried.some((other) => other.name === name && other.version === version);
const ships = locked.filter((one) => !TOOLS.test(one.name) && (!one.isDev || isCarried(one)));
for (const { name, version, licence } of carried) {
  if (!ships.some((one) => one.name === name && one.version === version))
    faults.push(`the bundles carry ${name} ${version} (${licence}), which the lockfile does not name`);
}
for (const { name, version, licence } of ships) {
  if (!ALLOWED.includes(licence))
    faults.push(`${name} ${version} ships under ${licence}, which is not on the list of scripts/licences.ts`);
}

console.log(`Ships, under one of ${ALLOWED.join(', ')}:`);
for (const one of ships)
  console.log(
    `  ${one.name} ${one.version}  ${one.licence}${isCarried(one) ? '' : '  (nothing of it is in a bundle)'}`,
  );
const others = locked.filter((one) => !ships.includes(one));
console.log('\nWorks on it, and does not ship:');
for (const licence of [...new Set(others.map((one) => one.licence))].toSorted()) {
  const names = [...new Set(others.filter((one) => one.licence === licence).map(({ name }) => name))].toSorted();
  console.log(`  ${licence} (${names.length}): ${names.join(', ')}`);
}
for (const fault of faults) console.error(fault);
console.log(`\n${ships.length} packages ship, ${others.length} work on it, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
