/** Reads the fact base from its files. For the build, the tests and the CLI: it needs Node and zod. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readExamples, type ExampleBatch } from './examples.ts';
import type { Concept, Synset, Vocabulary } from './facts.ts';
import { claimSchema, entitySchema, relationSchema, sourceSchema } from './schema.ts';
import type { Claim, Entity, Relation, Source } from './schema.ts';
import { FactBaseError } from './problem.ts';
import type { Problem } from './problem.ts';
import { repeatedKeys } from './repeated-keys.ts';
import { readThesaurus } from './thesaurus.ts';

/** Everything that the files hold, in their order; sources in the order of their file names. */
export interface FactBase {
  sources: Source[];
  entities: Entity[];
  claims: Claim[];
  relations: Relation[];
  vocabulary: Vocabulary;
  concepts: Concept[];
  thesaurus: Synset[];
  /** Labelled sentences that the claim matching remembers. */
  examples: ExampleBatch[];
}

/**
 * Reads and validates `data/*.json` and `seeds/*.json` under a folder, by default this project's.
 * Shapes only: what ties the records together is for `checkFactBase`.
 * @throws {FactBaseError} with every file that is missing, is not JSON or does not have the shape of the schema
 */
export function readFactBase(folder: string = PROJECT): FactBase {
  const problems: Problem[] = [];
  const list = <T>(file: string, schema: z.ZodType<T>): T[] => {
    const records = readJson(folder, file, problems);
    if (records === undefined) return [];
    if (Array.isArray(records)) return records.flatMap((record, at) => parse(file, schema, record, problems, at));
    problems.push({ file, id: '', wrong: 'the file is not a list', remedy: 'Put the records between [ and ].' });
    return [];
  };
  const sources = sourcesIn(folder, problems);
  const entities = list('data/entities.json', entitySchema);
  const claims = list('data/claims.json', claimSchema);
  const relations = list('data/relations.json', relationSchema);
  const concepts = list('data/concepts.json', conceptSchema);
  const [vocabulary] = one(folder, 'data/vocabulary.json', vocabularySchema, problems);
  if (vocabulary === undefined || problems.length > 0) throw new FactBaseError(problems);
  const examples = readExamples(join(folder, 'data/examples'));
  const thesaurus = readThesaurus(join(folder, 'data/thesaurus'));
  return { sources, entities, claims, relations, vocabulary, concepts, thesaurus, examples };
}

/**
 * The records of `seeds/` alone: for authors, whose other files may be half-done.
 * @throws {FactBaseError}
 */
export function readSources(folder: string = PROJECT): Source[] {
  const problems: Problem[] = [];
  const sources = sourcesIn(folder, problems);
  if (problems.length > 0) throw new FactBaseError(problems);
  return sources;
}

/** The files that a fact base consists of, relative to its folder, with `/`. */
export function factBaseFiles(folder: string = PROJECT): string[] {
  return [
    ...sourceFiles(folder),
    ...['entities', 'claims', 'relations', 'vocabulary', 'concepts'].map((name) => `data/${name}.json`),
  ];
}

const PROJECT = join(import.meta.dirname, '..');

const words = z.array(z.string().trim().min(1));

const vocabularySchema: z.ZodType<Vocabulary> = z.strictObject({
  affair: z.array(z.strictObject({ words, weight: z.number().positive() })),
  titles: words,
  courtesies: words,
  givenNames: words,
  determiners: words,
  ordinary: words,
  rivals: words,
  gate: words,
  smallLetters: words,
});

const conceptSchema: z.ZodType<Concept> = z.strictObject({
  id: z.string().trim().min(1),
  kind: z.enum(['act', 'thing', 'who', 'how', 'when', 'negation', 'denial', 'report']),
  words: z.record(z.string().regex(/^[a-z]{2}$/), words),
});

/** A source's file bears its id, so that a problem can name the file. */
function namedAs(file: string): z.ZodType<Source> {
  return sourceSchema.refine((source) => file === `seeds/${source.id}.json`, {
    path: ['id'],
    error: 'the id and the name of the file differ',
  });
}

function sourcesIn(folder: string, problems: Problem[]): Source[] {
  return sourceFiles(folder).flatMap((file) => one(folder, file, namedAs(file), problems));
}

function one<T>(folder: string, file: string, schema: z.ZodType<T>, problems: Problem[]): T[] {
  const record = readJson(folder, file, problems);
  return record === undefined ? [] : parse(file, schema, record, problems);
}

function sourceFiles(folder: string): string[] {
  try {
    return readdirSync(join(folder, 'seeds'))
      .filter((name) => name.endsWith('.json'))
      .toSorted()
      .map((name) => `seeds/${name}`);
  } catch {
    return [];
  }
}

function readJson(folder: string, file: string, problems: Problem[]): unknown {
  let text: string;
  try {
    text = readFileSync(join(folder, file), 'utf8');
  } catch (error) {
    problems.push({ file, id: '', wrong: `cannot be read: ${(error as Error).message}`, remedy: 'Restore the file.' });
    return undefined;
  }
  try {
    const value: unknown = JSON.parse(text);
    for (const path of repeatedKeys(text))
      problems.push({ file, id: '', wrong: `the key ${path} stands twice`, remedy: 'Keep one of the two.' });
    return value;
  } catch (error) {
    problems.push({
      file,
      id: '',
      wrong: `is not JSON: ${(error as Error).message}`,
      remedy: 'Mend the place that is named.',
    });
    return undefined;
  }
}

/** The record in a list of one, or nothing and a problem for each place that does not have the shape. */
function parse<T>(file: string, schema: z.ZodType<T>, record: unknown, problems: Problem[], at?: number): T[] {
  const result = schema.safeParse(record, { reportInput: true });
  if (result.success) return [result.data];
  const id = nameOf(record) ?? (at === undefined ? '' : `record ${at + 1}`);
  for (const issue of result.error.issues) {
    const path = issue.path.join('.') || 'the record';
    problems.push({
      file,
      id,
      wrong: `${path}: ${describe(issue)}`,
      remedy: 'data/schema.ts and data/facts.ts say what belongs there.',
    });
  }
  return [];
}

function describe(issue: z.core.$ZodIssue): string {
  const missing = issue.input === undefined && issue.code !== 'unrecognized_keys' && issue.code !== 'custom';
  return missing ? 'is missing' : issue.message;
}

function nameOf(record: unknown): string | undefined {
  const id = typeof record === 'object' && record !== null && 'id' in record ? record.id : undefined;
  return typeof id === 'string' ? id : undefined;
}
