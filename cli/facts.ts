/** Shows, searches and audits the fact base. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compileFacts } from '../data/compile.ts';
import { DEFAULT_LANGUAGE, isLanguage, LANGUAGES } from '../data/languages.ts';
import { readFactBase } from '../data/read.ts';
import { createSearch } from '../data/search.ts';
import { CommandError, runCommand } from './command.ts';
import { describeCoverage } from './coverage.ts';
import { describeHit } from './hits.ts';
import { locate } from './locate.ts';

const USAGE = `Usage: npm run --silent facts -- COMMAND

  export                      print sources, entities, claims and relations as JSON
  search QUERY                entities, claims and relations in which the words of QUERY occur, best first
  coverage [FOLDER]           each sentence of each source with its claims or its reason for none, and each claim that no
                              relation names with its reason; fails if one has neither
  locate SOURCE FIRST [LAST]  the evidence from the words FIRST to the words LAST, or FIRST alone, as JSON;
                              SOURCE is an id or the file name of a document

  --originals FOLDER  folder of the original documents (default: ../shared/seeds, where it is there)
  --occurrence N      with locate: take the Nth place where the first words stand
  --language LANG     with search: en, fr or de (default: en)
  --base FOLDER       read the fact base of another folder (default: this project)`;

await runCommand((args) => {
  const {
    values,
    positionals: [command, ...operands],
  } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      originals: { type: 'string' },
      occurrence: { type: 'string' },
      language: { type: 'string', default: DEFAULT_LANGUAGE },
      base: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  switch (command) {
    case 'export':
      return exportFacts(values.base);
    case 'search':
      return search(operands.join(' '), values.language, values.base);
    case 'coverage':
      return coverage(values.originals ?? operands[0], values.base);
    case 'locate':
      return locatePassage(operands, values);
    default:
      throw new CommandError(command === undefined ? USAGE : `There is no command ${command}.\n\n${USAGE}`);
  }
});

function exportFacts(base?: string): number {
  const { sources, entities, claims, relations } = readFactBase(base);
  console.log(JSON.stringify({ sources, entities, claims, relations }, null, 2));
  return 0;
}

function search(query: string, language: string, base?: string): number {
  if (query.trim() === '') throw new CommandError('Say what to search: npm run --silent facts -- search QUERY');
  if (!isLanguage(language)) throw new CommandError(`--language is one of ${LANGUAGES.join(', ')}.`);
  const facts = compileFacts(readFactBase(base));
  const hits = createSearch(facts, language)(query);
  if (hits.length === 0) {
    console.error(
      `Nothing found for “${query}”. Every word has to occur: try fewer words, a name, or another language's word.`,
    );
    return 1;
  }
  console.log(hits.map((hit) => describeHit(hit, facts, language)).join('\n\n'));
  return 0;
}

function coverage(folder: string | undefined, base?: string): number {
  const { text, gaps } = describeCoverage(readFactBase(base), folder ?? defaultOriginals());
  console.log(text);
  return gaps > 0 ? 1 : 0;
}

function locatePassage(
  [source, first, last, ...others]: string[],
  {
    originals,
    occurrence,
    base,
  }: { originals?: string | undefined; occurrence?: string | undefined; base?: string | undefined },
): number {
  if (source === undefined || first === undefined || others.length > 0) {
    throw new CommandError(
      'Say where: npm run --silent facts -- locate SOURCE "first words" ["last words"] [--originals FOLDER]',
    );
  }
  const folder = originals ?? defaultOriginals();
  if (folder === undefined) throw new CommandError('Name the folder of the original documents: --originals FOLDER');
  if (occurrence !== undefined && !/^[1-9]\d*$/.test(occurrence))
    throw new CommandError('--occurrence is a number from 1.');
  console.log(
    JSON.stringify(
      locate({ source, first, last, folder, occurrence: occurrence ? Number(occurrence) : undefined, base }),
    ),
  );
  return 0;
}

function defaultOriginals(): string | undefined {
  const folder = join(import.meta.dirname, '../../shared/seeds');
  return existsSync(folder) ? folder : undefined;
}
