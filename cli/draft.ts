import { readFileSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { MOST_DOCUMENT_BYTES } from '../data/documents.ts';
import { foldText } from '../data/fold.ts';
import { sha256 } from '../data/originals.ts';
import type { Source } from '../data/schema.ts';
import { sentencesOf } from '../matching/sentences.ts';
import type { Span } from '../matching/sentences.ts';
import { CommandError } from './command.ts';

/**
 * The record of a document, as `seeds/ID.json` holds it: what can be counted is filled in, what a person has to read is empty, so that no
 * unfinished record passes the schema. `known` are the records that are there.
 * @throws {CommandError} for a file that is missing, not UTF-8, empty, too large, or recorded already
 */
export function draft(path: string, known: readonly Source[]): { id: string; record: string } {
  const bytes = bytesOf(path);
  const seed = basename(path);
  const digest = sha256(bytes);
  const twin = known.find((source) => source.sha256 === digest);
  if (twin) throw new CommandError(`${path} is the document of ${twin.id} already.`);
  const text = textOf(bytes, path);
  if (text.trim() === '') throw new CommandError(`${path} is empty.`);
  const id =
    foldText(basename(path, extname(path)))
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'document';
  return { id, record: layOut({ id, seed, sha256: digest, length: text.length }, sentencesIn(text), text) };
}

/** Sentences end with their line: a heading without a full stop is no part of what follows. */
function sentencesIn(text: string): Span[] {
  return [...text.matchAll(/[^\r\n\u2028\u2029]+/gu)].flatMap(({ 0: line, index }) =>
    sentencesOf(line).map(({ start, end }) => ({ start: index + start, end: index + end })),
  );
}

function bytesOf(path: string): Uint8Array {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new CommandError(`There is no file ${path}.`);
  if (!stats.isFile()) throw new CommandError(`${path} is no file.`);
  if (stats.size > MOST_DOCUMENT_BYTES)
    throw new CommandError(`${path} has ${stats.size} bytes; a document has ${MOST_DOCUMENT_BYTES} at most.`);
  try {
    return readFileSync(path);
  } catch (error) {
    throw new CommandError(`${path} cannot be read: ${(error as Error).message}`);
  }
}

function textOf(bytes: Uint8Array, path: string): string {
  try {
    const text = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes);
    if (text.includes('\0')) throw new TypeError('a NUL byte');
    return text;
  } catch {
    throw new CommandError(`${path} is not text in UTF-8. Save it as such; offsets count its UTF-16 units.`);
  }
}

function layOut(counted: Pick<Source, 'id' | 'seed' | 'sha256' | 'length'>, sentences: Span[], text: string): string {
  const toRead = {
    title: { text: '', basis: { kind: '' } },
    publisher: { name: '', basis: { kind: '' } },
    authors: [],
    language: '',
    published: '',
    publishedBasis: { kind: '' },
    kind: '',
    notes: [],
  };
  const fields = JSON.stringify({ ...counted, ...toRead }, null, 2).replace(/\n\}$/, '');
  const rows = sentences.map(
    ({ start, end }) => `    { "start": ${start}, "end": ${end}, "sha256": "${sha256(text.slice(start, end))}" }`,
  );
  return `${fields},\n  "sentences": [\n${rows.join(',\n')}\n  ]\n}`;
}
