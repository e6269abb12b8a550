/** Reads `data/thesaurus/`: sets of words that stand in for each other, as JSON Lines. It needs Node and zod. */
import { z } from 'zod';
import type { Synset } from './facts.ts';
import { readJsonLines } from './json-lines.ts';

const synsetSchema: z.ZodType<Synset> = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens'),
  words: z.record(
    z.string().regex(/^[a-z]{2}$/),
    z.array(
      z.string().regex(/^[^\s*,]+\*?(?: [^\s*,]+\*?)*$/, 'words joined by single spaces, a * only at the end of one'),
    ),
  ),
});

/**
 * The sets of a folder, file by file; none where there is no such folder.
 * @throws {FactBaseError} with every line that is no JSON or has another shape, and every id that stands twice
 */
export function readThesaurus(folder: string): Synset[] {
  const seen = new Set<string>();
  return readJsonLines(folder, synsetSchema, ({ id }) => {
    if (seen.has(id)) return 'the id stands twice';
    seen.add(id);
    return null;
  }).flatMap(({ records }) => records);
}
