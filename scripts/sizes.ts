/**
 * Prints what the scripts weigh that run on pages, and fails where one is over its budget or carries a library that belongs
 * elsewhere. Reads the build for Chrome; that for Firefox holds the same scripts.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

const root = resolve(import.meta.dirname, '..');
const build = join(root, '.output/chrome-mv3');

/** Budgets in bytes, minified and gzipped. 1 kB = 1,000 bytes. */
const BUDGETS: Record<string, { files: string[]; budget: number }> = {
  'gate, on every enabled page': { files: ['gate.js'], budget: 4_000 },
  'annotator with card and fact base': { files: ['annotator.js', heaviest(/^card-[a-z]+\.js$/)], budget: 60_000 },
};

/** Words that survive minifying, each with the file that proves that the library still has it. */
const LIBRARIES = {
  'Fuse.js': { marker: 'ignoreFieldNorm', proof: 'node_modules/fuse.js/dist/fuse.mjs' },
  zod: { marker: 'unrecognized_keys', proof: 'node_modules/zod/v4/core/schemas.js' },
};

const faults: string[] = [];
const rows = Object.entries(BUDGETS).map(([what, { files, budget }]) => {
  const missing = files.filter((file) => !existsSync(join(build, file)));
  if (missing.length > 0) {
    faults.push(`${missing.join(', ')} is not in the build`);
    return [what, '–', '–', kilobytes(budget), 'missing'];
  }
  const code = files.map((file) => readFileSync(join(build, file)));
  const gzipped = code.reduce((sum, bytes) => sum + gzipSync(bytes, { level: 9 }).length, 0);
  if (gzipped > budget) faults.push(`${what}: ${gzipped} bytes gzipped, over its budget of ${budget}`);
  const carried = librariesIn(Buffer.concat(code).toString('utf8'));
  for (const library of carried) faults.push(`${what} carries ${library}`);
  return [
    what,
    kilobytes(code.reduce((sum, bytes) => sum + bytes.length, 0)),
    kilobytes(gzipped),
    kilobytes(budget),
    gzipped > budget ? 'OVER' : carried.length > 0 ? carried.join(', ') : 'ok',
  ];
});

printTable([['script', 'minified', 'gzipped', 'budget', ''], ...rows]);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;

/** A page gets the facts in one language: the heaviest counts. */
function heaviest(name: RegExp): string {
  const files = existsSync(build) ? readdirSync(build).filter((file) => name.test(file)) : [];
  const size = (file: string) => gzipSync(readFileSync(join(build, file)), { level: 9 }).length;
  return files.toSorted((a, b) => size(b) - size(a))[0] ?? 'the card in a language';
}

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
