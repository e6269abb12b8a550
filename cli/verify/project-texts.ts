import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, resolve, sep } from 'node:path';

/**
 * Every text file of a project's folder, without what is installed or built, and without the folder of originals where it lies inside.
 * `file` is relative to the folder, with `/`.
 */
export function* projectTexts(folder: string, originals: string): Generator<{ file: string; text: string }> {
  for (const entry of readdirSync(resolve(folder), { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (path.startsWith(resolve(originals) + sep)) continue;
    const file = relative(resolve(folder), path).split(sep).join('/');
    if (!entry.isFile() || !TEXTS.has(extname(entry.name)) || OTHERS.test(file)) continue;
    yield { file, text: readFileSync(path, 'utf8') };
  }
}

const TEXTS = new Set(
  '.css .csv .html .js .json .jsonl .md .mjs .svelte .svg .ts .tsx .txt .vue .xhtml .xml .yml'.split(' '),
);

/** Not ours, or made of what is ours. */
const OTHERS = /(?:^|\/)(?:node_modules|\.git|\.output|\.wxt)\/|^(?:tmp|bench-results)\/|^package-lock\.json$/;
