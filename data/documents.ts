import type { FactBase } from './read.ts';

/** What identifies the documents behind the sources, by source id: for showing where in one a span lies, and for checking a copy of it. */
export type Documents = Record<string, { /** UTF-16 code units. */ length: number; sha256: string }>;

export function compileDocuments({ sources }: Pick<FactBase, 'sources'>): Documents {
  return Object.fromEntries(sources.map(({ id, length, sha256 }) => [id, { length, sha256 }]));
}
