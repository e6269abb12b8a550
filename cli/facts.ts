/** Shows, searches and audits the fact base. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compileFacts, compileLexicon } from '../data/compile.ts';
import { DEFAULT_LANGUAGE, isLanguage, LANGUAGES } from '../data/languages.ts';
import { readFactBase, readSources } from '../data/read.ts';
import { ClaimMatcher, madeWhenAsked } from '../matching/claims/matcher.ts';
import { createEngine } from '../matching/engine.ts';
import { searchKnowledge } from '../presentation/search/knowledge.ts';
import { createSearch } from '../presentation/search/search.ts';
import { CommandError, runCommand } from './command.ts';
import { describeCoverage } from './coverage.ts';
import { draft } from './draft.ts';
import { knowledgeOf } from './kept-knowledge.ts';
import { locate } from './locate.ts';
import { describeResult } from './results.ts';
import { readWords } from './words.ts';

const USAGE = `Usage: npm run --silent facts -- COMMAND

  export                      print sources, entities, claims and relations as JSON
  search QUERY                entities, claims and relations that answer QUERY, best first, as in the popup
  coverage [FOLDER]           each sentence of each source with its claims or its reason for none, and each claim that no
                              relation names with its reason; fails if one has neither
  locate SOURCE FIRST [LAST]  the evidence from the words FIRST to the words LAST, or FIRST alone, as JSON;
                              SOURCE is an id or the file name of a document
  draft FILE                  the record of a new document, for a person to fill: sentences with offsets and hashes

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
  requireNoMore(command, operands);
  switch (command) {
    case 'export':
      return exportFacts(values.base);
    case 'search':
      return search(operands.join(' '), values.language, values.base);
    case 'coverage':
      return coverage(values.originals ?? operands[0], values.base);
    case 'locate':
      return locatePassage(operands, values);
    case 'draft':
      return draftRecord(operands, values.base);
    default:
      throw new CommandError(command === undefined ? USAGE : `There is no command ${command}.\n\n${USAGE}`);
  }
});

/** Commands that would pass over what is said too much. */
function requireNoMore(command: string | undefined, operands: string[]): void {
  const most = command === 'export' ? 0 : command === 'coverage' ? 1 : Number.POSITIVE_INFINITY;
  if (operands.length > most) throw new CommandError(`${command} takes no “${operands[most]}”.\n\n${USAGE}`);
}

function exportFacts(base?: string): number {
  const { sources, entities, claims, relations } = readFactBase(base);
  console.log(JSON.stringify({ sources, entities, claims, relations }, null, 2));
  return 0;
}

function search(query: string, language: string, base?: string): number {
  if (query.trim() === '') throw new CommandError('Say what to search: npm run --silent facts -- search QUERY');
  if (!isLanguage(language)) throw new CommandError(`--language is one of ${LANGUAGES.join(', ')}.`);
  const known = readFactBase(base);
  const [facts, lexicon] = [compileFacts(known), compileLexicon(known)];
  const engine = createEngine(
    lexicon,
    madeWhenAsked(() => new ClaimMatcher(knowledgeOf(known, base))),
  );
  const results = createSearch(searchKnowledge({ facts, lexicon, concepts: known.concepts, engine }))(query);
  if (results.length === 0) {
    console.error(`Nothing found for “${query}”: try a name, a firm, a figure, or a kind such as “contradictions”.`);
    return 1;
  }
  const words = readWords(language);
  console.log(results.map((result) => describeResult(result, facts, words)).join('\n\n'));
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
  if (occurrence !== undefined && !/^[1-9]\d*$/.test(occurrence))
    throw new CommandError('--occurrence is a number from 1.');
  for (const words of [first, last])
    if (words?.trim() === '')
      throw new CommandError('The words to locate are empty. Give those that begin or end the passage.');
  const folder = originals ?? defaultOriginals();
  if (folder === undefined) throw new CommandError('Name the folder of the original documents: --originals FOLDER');
  console.log(
    JSON.stringify(
      locate({ source, first, last, folder, occurrence: occurrence ? Number(occurrence) : undefined, base }),
    ),
  );
  return 0;
}

function draftRecord([path, ...others]: string[], base?: string): number {
  if (path === undefined || others.length > 0)
    throw new CommandError('Name the document: npm run --silent facts -- draft FILE');
  const { id, record } = draft(path, readSources(base));
  console.log(record);
  console.error(
    `Save it as seeds/${id}.json (another name needs another id). Fill what is empty; each basis is stated, inferred or external. ` +
      'Then give each sentence a claim, or say why it carries none: npm run --silent facts -- coverage',
  );
  return 0;
}

function defaultOriginals(): string | undefined {
  const folder = join(import.meta.dirname, '../../shared/seeds');
  return existsSync(folder) ? folder : undefined;
}
