/**
 * `npm run bench`: what Bridle costs a page, beside one pass over the page's text and beside other libraries, in Chromium. Everything is
 * measured in turn, round after round, so that a busy machine slows all alike; medians and ratios are reported.
 * `--rounds N` (default 5), `--only TEXT` for the parts whose name holds the text.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openBench, root } from './browser.ts';
import { PARTS } from './parts.ts';
import { makePage } from './pages.ts';
import { printRows } from './table.ts';
import type { Row } from './table.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' }, only: { type: 'string', default: '' } } });
const rounds = Number(values.rounds);
const bench = await openBench();
const rows: Row[] = [];
try {
  const pages = { plain: plainPages(), affair: { article: makePage({ characters: 12_000, affair: 0.4 }), long: makePage({ characters: 152_000, affair: 0.2 }) } };
  for (const [name, part] of Object.entries(PARTS)) {
    if (!name.includes(values.only)) continue;
    console.error(`${name} …`);
    rows.push(...await part({ bench, rounds, pages }));
  }
} finally {
  await bench.close();
}
printRows(rows);
const folder = join(root, 'bench-results');
mkdirSync(folder, { recursive: true });
const file = join(folder, `${new Date().toISOString().replaceAll(':', '-')}.json`);
writeFileSync(file, `${JSON.stringify({ chromium: bench.version, rounds, rows }, null, 2)}\n`);
console.log(`\n${file}`);

/** Pages that do not speak of the affair: one of our own and, where they are at hand, real ones. */
function plainPages(): Record<string, string> {
  const own = { 'own article': makePage({ characters: 12_000, affair: 0 }), 'own long page': makePage({ characters: 152_000, affair: 0 }) };
  const folder = join(root, '../shared/pages');
  if (!existsSync(folder)) return own;
  const real = readdirSync(folder).filter((file) => ['lemonde-1.html', 'heise.html', 'nytimes-3.html', 'wikipedia.html', 'bbc-1.html', 'aktualne.html'].includes(file));
  return { ...own, ...Object.fromEntries(real.map((file) => [file, readFileSync(join(folder, file), 'utf8')])) };
}
