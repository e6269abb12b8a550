/** Reads the labelled example sentences: for the build, the fit and the CLI. It needs Node and zod. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { FactBaseError, type Problem } from './problem.ts';

export interface ExampleLabel {
  claim: string;
  stance: 'restates' | 'disputes';
}

/** A passage of a batch. Offsets are UTF-16 code units into `text`. */
export interface ExamplePassage {
  id: string;
  language: string;
  /** How it is written: `headline`, `court`, `blog` … */
  manner: string;
  text: string;
  sentences: { start: number; end: number; claims: ExampleLabel[] }[];
  /** What a near miss shares with the claims. */
  note?: string | undefined;
}

export interface ExampleBatch {
  name: string;
  passages: ExamplePassage[];
}

const passageSchema: z.ZodType<ExamplePassage> = z.strictObject({
  id: z.string().min(1),
  language: z.string().regex(/^[a-z]{2}$/),
  manner: z.string().min(1),
  text: z.string().min(1),
  sentences: z.array(
    z.strictObject({
      start: z.int().min(0),
      end: z.int().min(1),
      claims: z.array(z.strictObject({ claim: z.string().min(1), stance: z.enum(['restates', 'disputes']) })),
    }),
  ),
  note: z.string().optional(),
});

/**
 * The batches of a folder, by name; none where there is no such folder.
 * @throws {FactBaseError} with every line that is no JSON, has another shape, or whose offsets lie outside its text
 */
export function readExamples(folder: string): ExampleBatch[] {
  if (!existsSync(folder)) return [];
  const problems: Problem[] = [];
  const batches = readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .toSorted()
    .map((file) => ({ name: file.replace(/\.jsonl$/, ''), passages: readBatch(join(folder, file), problems) }));
  if (problems.length > 0) throw new FactBaseError(problems);
  return batches;
}

function readBatch(file: string, problems: Problem[]): ExamplePassage[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, at) => {
      if (line.trim() === '') return [];
      const remedy = `Mend line ${at + 1}; README.md beside it tells the form.`;
      try {
        const passage = passageSchema.parse(JSON.parse(line));
        const outside = passage.sentences.find(({ start, end }) => start >= end || end > passage.text.length);
        if (!outside) return [passage];
        problems.push({ file, id: passage.id, wrong: 'a sentence lies outside its text', remedy });
      } catch (error) {
        problems.push({ file, id: '', wrong: error instanceof Error ? error.message : String(error), remedy });
      }
      return [];
    });
}
