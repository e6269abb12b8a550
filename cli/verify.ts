/** Proves the fact base against the original documents, and that no text of the project is copied from them. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { textOf } from '../data/documents.ts';
import { checkOriginal } from '../data/originals.ts';
import { listProblems } from '../data/problem.ts';
import type { Problem } from '../data/problem.ts';
import { readFactBase } from '../data/read.ts';
import type { FactBase } from '../data/read.ts';
import { CommandError, readOriginal, requireFolder, runCommand } from './command.ts';
import { checkAliasSources } from './verify/alias-sources.ts';
import { checkCopiedRuns, RUN_WORDS } from './verify/copied-runs.ts';
import { checkFigures } from './verify/figures.ts';
import { projectTexts } from './verify/project-texts.ts';

const USAGE = `Usage: npm run --silent verify -- FOLDER_OF_ORIGINALS [--base FOLDER]

Compares every document, every sentence, every span of evidence, every quotation and every figure of the fact base with
the documents in FOLDER_OF_ORIGINALS. Each file there bears the name that seeds/*.json gives under "seed". Fails also on
${RUN_WORDS} words in a row that any text of the project shares with a document, titles and quotations apart.

  --base FOLDER   verify the fact base of another folder, with data/ and seeds/ in it (default: this project)

Exit status: 0 when everything is proved, 1 when something is not.`;

await runCommand((args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { base: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0) throw new CommandError(USAGE);
  requireFolder(folder);

  const base = readFactBase(values.base);
  if (base.sources.length === 0)
    throw new CommandError('There is nothing to verify: seeds/ holds no record of a source.');
  const failures = failuresOf(base, folder, values.base ?? join(import.meta.dirname, '..'));
  if (failures.length > 0) {
    console.error(listProblems(failures));
    console.error(`${failures.length} ${failures.length === 1 ? 'failure' : 'failures'}`);
    return 1;
  }
  console.log(`Proved: ${countsOf(base)}.`);
  return 0;
});

/** What the documents in `originals` disprove in a fact base, or in any text of its `project`. */
function failuresOf({ sources, entities, claims }: FactBase, originals: string, project: string): Problem[] {
  const texts = new Map<string, string>();
  const failures = sources.flatMap((source) => {
    try {
      const bytes = readOriginal(originals, source.seed);
      texts.set(source.id, textOf(bytes));
      return checkOriginal(source, claims, bytes);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      return [
        { file: `seeds/${source.id}.json`, id: source.id, wrong: error.message, remedy: 'Put the document there.' },
      ];
    }
  });
  const titles = sources.map(({ title }) => title.text);
  const quotes = claims.flatMap(({ evidence }) => evidence.flatMap(({ quote }) => quote ?? []));
  return [
    ...failures,
    ...checkFigures(claims, texts),
    // Where a document is missing, an alias may stand in it
    ...(texts.size === sources.length ? checkAliasSources(entities, [...texts.values()]) : []),
    ...checkCopiedRuns(
      projectTexts(project, originals),
      Array.from(texts, ([source, text]) => ({ source, text })),
      [...titles, ...quotes],
    ),
  ];
}

function countsOf({ sources, claims }: FactBase): string {
  const sentences = sources.reduce((sum, source) => sum + source.sentences.length, 0);
  const spans = claims.flatMap(({ evidence }) => evidence);
  const quotations = spans.filter(({ quote }) => quote !== undefined);
  const figures = claims.flatMap((claim) => claim.figures);
  return [
    `${sources.length} documents`,
    `${sentences} sentences`,
    `${spans.length} spans of evidence`,
    `${quotations.length} quotations`,
    `${figures.length} figures`,
  ].join(', ');
}
