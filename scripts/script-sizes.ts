/** What the scripts may weigh that run on pages, and what they weigh in the build for Chrome; that for Firefox holds the same scripts. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

export const chromeBuild = resolve(import.meta.dirname, '../.output/chrome-mv3');

/** Budgets in bytes, minified and gzipped. 1 kB = 1,000 bytes. */
export const SCRIPTS = [
  { what: 'gate, on every enabled page', file: 'gate.js', budget: 4_000 },
  { what: 'annotator, on pages of the affair', file: 'annotator.js', budget: 18_500 },
  { what: 'drawing, with the first card of a page', file: 'drawing.js', budget: 12_500 },
] as const;

/** Undefined where it is not built. */
export function gzippedBytes(file: string): number | undefined {
  const path = join(chromeBuild, file);
  return existsSync(path) ? gzipSync(readFileSync(path), { level: 9 }).length : undefined;
}
