import type { Engine } from '../../matching/model.ts';
import { annotateText } from './annotate-text.ts';
import type { Format } from './format.ts';
import { readHtmlBlocks } from './html-blocks.ts';
import { printableLine } from '../printable.ts';
import { listInputs } from './inputs.ts';
import { createProgress } from './progress.ts';
import { InputError, readInput } from './read-input.ts';
import { readTextBlocks } from './text-blocks.ts';

interface Task {
  format: Format;
  engine: Engine;
  /** What an input is whose name does not say. */
  type?: 'html' | 'text' | undefined;
  /** Print the claims, too, that a sentence is only likely to speak of. */
  withRelated?: boolean;
}

/**
 * Annotates the files that some paths name, one after the other, and prints each when it is done. What cannot be read is named on
 * standard error. Stops where nobody reads on.
 */
export async function annotateFiles(
  paths: readonly string[],
  { format, engine, type, withRelated = false }: Task,
): Promise<{ annotated: number; skipped: number }> {
  const inputs = [...listInputs(paths)];
  const progress = createProgress(inputs.length);
  let annotated = 0;
  let skipped = 0;
  for (const input of inputs) {
    try {
      const file = await readInput(input, type);
      const read = file.type === 'text' ? readTextBlocks(file.text) : readHtmlBlocks(file.text, file.type);
      if (annotated === 0 && !(await print([format.open()]))) return { annotated, skipped };
      if (!(await print(format.document(annotateText(input.name, read, engine, withRelated)))))
        return { annotated, skipped };
      annotated += 1;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      skipped += 1;
      progress.say(`${input.name === '-' ? 'Standard input' : printableLine(input.name)}: ${error.message}; skipped`);
    }
    progress.step(input.name);
  }
  progress.end();
  if (annotated > 0) await print([format.close()]);
  if (skipped > 0) console.error(`${annotated} ${annotated === 1 ? 'file' : 'files'} annotated, ${skipped} skipped`);
  return { annotated, skipped };
}

/** In UTF-16 code units. */
const writeLength = 65_536;

/** Writes the parts as they are made. Resolves when the output has taken them: false as soon as its reader has gone. */
async function print(parts: Iterable<string>): Promise<boolean> {
  let waiting = '';
  for (const part of parts) {
    waiting += part;
    if (waiting.length < writeLength) continue;
    if (!(await write(waiting))) return false;
    waiting = '';
  }
  return write(waiting);
}

function write(text: string): Promise<boolean> {
  return new Promise((resolve) => {
    process.stdout.write(text, (error) => resolve(!error));
  });
}
