/** Finds the names and statements of the affair in files: text, web pages, whole folders. */
import { parseArgs } from 'node:util';
import { compileFacts, compileLexicon, readFactBase } from '../data/compile.ts';
import type { Facts } from '../data/facts.ts';
import { DEFAULT_LANGUAGE, isLanguage, LANGUAGES, type Language } from '../data/languages.ts';
import { ClaimMatcher, madeWhenAsked } from '../matching/claims/matcher.ts';
import { createEngine } from '../matching/engine.ts';
import { annotateFiles } from './annotate/annotate-files.ts';
import { plainText, type Format } from './annotate/format.ts';
import { isFolder, STANDARD_INPUT } from './annotate/inputs.ts';
import { jsonl } from './annotate/jsonl.ts';
import { page } from './annotate/page.ts';
import { webAnnotation } from './annotate/web-annotation.ts';
import { CommandError, runCommand } from './command.ts';
import { knowledgeOf } from './kept-knowledge.ts';

const USAGE = `Usage: npm run --silent annotate -- PATH... [--format jsonl|webannotation|html]

PATH is a .txt, .html, .htm or .xhtml file, a folder (with all below it), or - for standard input.

  --format jsonl          one JSON object a line for each mention and each matched sentence (default)
  --format webannotation  W3C Web Annotation: one AnnotationCollection, as JSON-LD
  --format html           a page that stands alone, with marks, notes and cards, to keep or to print
  --related               print the statements, too, that a sentence is only likely to speak of (stance "related")
  --text                  print the text that the offsets count in, of one file
  --language LANG         language of statements and cards: en, fr or de (default: en)
  --type html|text        what standard input is, or a file whose name does not say (default: html if it begins with a tag)
  --base FOLDER           use the fact base of another folder, with data/ and seeds/ in it (default: this project)

Exit status: 0 when every file was annotated, 1 when one was skipped.`;

await runCommand(async (args) => {
  const { values, positionals: paths } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'jsonl' },
      related: { type: 'boolean', default: false },
      text: { type: 'boolean', default: false },
      language: { type: 'string', default: DEFAULT_LANGUAGE },
      type: { type: 'string' },
      base: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const { language, type, base, text, related } = values;
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  if (paths.length === 0) throw new CommandError(USAGE);
  if (!isLanguage(language)) throw new CommandError(`--language is one of ${LANGUAGES.join(', ')}.`);
  if (type !== undefined && type !== 'html' && type !== 'text') throw new CommandError('--type is html or text.');
  if (paths.filter((path) => path === STANDARD_INPUT).length > 1)
    throw new CommandError('Standard input can be read once.');
  const severalFiles = paths.length > 1 || isFolder(paths[0]!);
  if (text && severalFiles) throw new CommandError('--text takes one file.');

  const known = readFactBase(base);
  const format = text ? plainText : formatOf(values.format, { facts: compileFacts(known), language, severalFiles });
  const { skipped } = await annotateFiles(paths, {
    format,
    type,
    withRelated: related,
    engine: createEngine(
      compileLexicon(known),
      madeWhenAsked(() => new ClaimMatcher(knowledgeOf(known, base))),
    ),
  });
  return skipped > 0 ? 1 : 0;
});

function formatOf(name: string, options: { facts: Facts; language: Language; severalFiles: boolean }): Format {
  switch (name) {
    case 'jsonl':
      return jsonl(options);
    case 'webannotation':
      return webAnnotation(options);
    case 'html':
      return page(options);
    default:
      throw new CommandError('--format is jsonl, webannotation or html.');
  }
}
