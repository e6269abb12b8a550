/** Proves the hashes, sentences, evidence and quotations of the fact base against the original documents. */
import { parseArgs } from 'node:util';
import { checkOriginal } from '../data/originals.ts';
import { listProblems } from '../data/problem.ts';
import { readFactBase } from '../data/read.ts';
import { CommandError, readOriginal, requireFolder, runCommand } from './command.ts';

const USAGE = `Usage: npm run --silent verify -- FOLDER_OF_ORIGINALS [--base FOLDER]

Compares every document, every sentence, every span of evidence and every quotation of the fact base with the
documents in FOLDER_OF_ORIGINALS. Each file there bears the name that seeds/*.json gives under "seed".

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

  const { sources, claims } = readFactBase(values.base);
  if (sources.length === 0) throw new CommandError('There is nothing to verify: seeds/ holds no record of a source.');
  const failures = sources.flatMap((source) => {
    try {
      return checkOriginal(source, claims, readOriginal(folder, source.seed));
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      return [
        { file: `seeds/${source.id}.json`, id: source.id, wrong: error.message, remedy: 'Put the document there.' },
      ];
    }
  });
  if (failures.length > 0) {
    console.error(listProblems(failures));
    console.error(`${failures.length} ${failures.length === 1 ? 'failure' : 'failures'}`);
    return 1;
  }
  const sentences = sources.reduce((sum, source) => sum + source.sentences.length, 0);
  const spans = claims.flatMap(({ evidence }) => evidence);
  const quotations = spans.filter(({ quote }) => quote !== undefined);
  console.log(
    `Proved: ${sources.length} documents, ${sentences} sentences, ${spans.length} spans of evidence, ${quotations.length} quotations.`,
  );
  return 0;
});
