/** Reads the labelled example sentences: for the build, the fit and the CLI. It needs Node and zod. */
import { z } from 'zod';
import { readJsonLines } from './json-lines.ts';

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
  return readJsonLines(folder, passageSchema, ({ text, sentences }) =>
    sentences.some(({ start, end }) => start >= end || end > text.length) ? 'a sentence lies outside its text' : null,
  ).map(({ name, records }) => ({ name, passages: records }));
}
