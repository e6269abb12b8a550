/** Reads `data/thesaurus/`: sets of words that stand in for each other, as JSON Lines. It needs Node and zod. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Synset } from './facts.ts';
import { FactBaseError, type Problem } from './problem.ts';

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
  if (!existsSync(folder)) return [];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  const synsets = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted()
    .flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .flatMap((line, at) => {
          if (line.trim() === '') return [];
          const remedy = `Mend line ${at + 1}; README.md beside it tells the form.`;
          try {
            const synset = synsetSchema.parse(JSON.parse(line));
            if (!seen.has(synset.id)) {
              seen.add(synset.id);
              return [synset];
            }
            problems.push({ file: join(folder, name), id: synset.id, wrong: 'the id stands twice', remedy });
          } catch (error) {
            const wrong = error instanceof Error ? error.message : String(error);
            problems.push({ file: join(folder, name), id: '', wrong, remedy });
          }
          return [];
        }),
    );
  if (problems.length > 0) throw new FactBaseError(problems);
  return synsets;
}
