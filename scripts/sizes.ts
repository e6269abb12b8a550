/**
 * Prints what the scripts weigh that run on pages, and fails where one is over its budget or carries a library that belongs
 * elsewhere.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromeBuild, gzippedBytes, SCRIPTS } from './script-sizes.ts';

const root = resolve(import.meta.dirname, '..');

/** Words that survive minifying, each with the file that proves that the library still has it. */
const LIBRARIES = {
  'Fuse.js': { marker: 'ignoreFieldNorm', proof: 'node_modules/fuse.js/dist/fuse.mjs' },
  zod: { marker: 'unrecognized_keys', proof: 'node_modules/zod/v4/core/schemas.js' },
};

const faults: string[] = [];
const rows = SCRIPTS.map(({ what, file, budget }) => {
  const gzipped = gzippedBytes(file);
  if (gzipped === undefined) {
    faults.push(`${file} is not in the build`);
    return [what, '–', '–', kilobytes(budget), 'missing'];
  }
  const code = readFileSync(join(chromeBuild, file));
  if (gzipped > budget) faults.push(`${what}: ${gzipped} bytes gzipped, over its budget of ${budget}`);
  const carried = librariesIn(code.toString('utf8'));
  for (const library of carried) faults.push(`${what} carries ${library}`);
  return [
    what,
    kilobytes(code.length),
    kilobytes(gzipped),
    kilobytes(budget),
    gzipped > budget ? 'OVER' : carried.length > 0 ? carried.join(', ') : 'ok',
  ];
});

printTable([['script', 'minified', 'gzipped', 'budget', ''], ...rows]);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;

function librariesIn(code: string): string[] {
  return Object.entries(LIBRARIES).flatMap(([name, { marker, proof }]) => {
    if (!readFileSync(join(root, proof), 'utf8').includes(marker))
      faults.push(`${name} no longer holds “${marker}”: choose another marker`);
    return code.includes(marker) ? [name] : [];
  });
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

function printTable(table: string[][]): void {
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
  for (const row of table) {
    console.log(
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
        .join('  ')
        .trimEnd(),
    );
  }
}
