import type { FactBase } from './read.ts';
import type { Source } from './schema.ts';

/** What identifies the documents behind the sources, by source id: for showing where in one a span lies, and for checking a copy of it. */
export type Documents = Record<string, SourceDocument>;

export interface SourceDocument {
  /** UTF-16 code units. */
  length: number;
  /** Of its bytes. */
  sha256: string;
  /** Every sentence in order, with the reason for which it carries no claim. */
  sentences: Pick<Source['sentences'][number], 'start' | 'end' | 'none'>[];
}

/** An article has some thousand characters; a book is not what a record is made for. */
export const MOST_DOCUMENT_BYTES = 2_000_000;

export function compileDocuments({ sources }: Pick<FactBase, 'sources'>): Documents {
  return Object.fromEntries(
    sources.map(({ id, length, sha256, sentences }) => [
      id,
      { length, sha256, sentences: sentences.map(({ start, end, none }) => ({ start, end, ...(none && { none }) })) },
    ]),
  );
}

/** The text in whose UTF-16 units all offsets count: a byte order mark is one of them. */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
