/**
 * `npm run bench`: what Bridle costs a page, beside one pass over the page's text and beside other libraries, in Chromium. Everything is
 * measured in turn, round after round, so that a busy machine slows all alike; medians and ratios are reported.
 * `--rounds N` (default 5), `--only TEXT` for the parts whose name holds the text, `--profile PAGE` instead of the report for where the time
 * of a complete run goes on a page of the affair.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openBench, root } from './browser.ts';
import { PARTS } from './parts.ts';
import { makePage } from './pages.ts';
import { printProfile } from './profile.ts';
import { printRows } from './table.ts';
import type { Row } from './table.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
    profile: { type: 'string' },
  },
});
const bench = await openBench();
try {
  if (values.profile) await profile(values.profile);
  else await report(Number(values.rounds), values.only);
} finally {
  await bench.close();
}

async function report(rounds: number, only: string): Promise<void> {
  const pages = { plain: plainPages(), affair: affairPages() };
  const rows: Row[] = [];
  for (const [name, part] of Object.entries(PARTS)) {
    if (!name.includes(only)) continue;
    console.error(`${name} …`);
    rows.push(...(await part({ bench, rounds, pages })));
  }
  printRows(rows);
  const folder = join(root, 'bench-results');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${new Date().toISOString().replaceAll(':', '-')}.json`);
  writeFileSync(file, `${JSON.stringify({ chromium: bench.version, rounds, rows }, null, 2)}\n`);
  console.log(`\n${file}`);
}

async function profile(wanted: string): Promise<void> {
  const pages = affairPages();
  const html = pages[wanted];
  if (!html) throw new Error(`There is no page “${wanted}”, only ${Object.keys(pages).join(', ')}`);
  await printProfile(bench, html, 100);
}

/** Pages that do not speak of the affair: our own and, where they are at hand, real ones. */
function plainPages(): Record<string, string> {
  return {
    'own article': makePage({ characters: 12_000, affair: 0 }),
    'own long page': makePage({ characters: 152_000, affair: 0 }),
    ...realPages(),
  };
}

/** Pages that speak of it: our own, and the real ones with some paragraphs added. */
function affairPages(): Record<string, string> {
  const made = makePage({ characters: 3_000, affair: 0.6 });
  const added = made.slice(made.indexOf('<main>'));
  return {
    'own article': makePage({ characters: 12_000, affair: 0.4 }),
    'own long page': makePage({ characters: 152_000, affair: 0.2 }),
    ...Object.fromEntries(
      Object.entries(realPages()).map(([name, html]) => [
        `${name} with the affair`,
        html.replace(/<body\b[^>]*>/i, (body) => body + added),
      ]),
    ),
  };
}

function realPages(): Record<string, string> {
  const folder = join(root, '../shared/pages');
  if (!existsSync(folder)) return {};
  const chosen = new Set(['lemonde-1.html', 'heise.html', 'nytimes-3.html', 'wikipedia.html']);
  return Object.fromEntries(
    readdirSync(folder)
      .filter((file) => chosen.has(file))
      .map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  );
}
