import type { Engine } from '../../matching/model.ts';
import { annotateText, portionLength } from './annotate-text.ts';
import type { Format } from './format.ts';
import { readHtmlBlocks } from './html-blocks.ts';
import { printableLine } from '../printable.ts';
import { listInputs, STANDARD_INPUT, type Input } from './inputs.ts';
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
  let count = 0;
  let skipped = 0;
  for (const input of inputs) {
    try {
      const file = await readInput(input, type);
      const read = file.type === 'text' ? readTextBlocks(file.text) : readHtmlBlocks(file.text, file.type);
      if (count === 0 && !(await print([format.open()]))) return { annotated: count, skipped };
      const annotated = annotateText(input.name, read, engine, {
        withRelated,
        onNamesAlone: () => progress.say(`${nameOf(input)}: ${namesAlone}`),
      });
      if (!(await print(format.document(annotated)))) return { annotated: count, skipped };
      count += 1;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      skipped += 1;
      progress.say(`${nameOf(input)}: ${error.message}; skipped`);
    }
    progress.step(input.name);
  }
  progress.end();
  if (count > 0) await print([format.close()]);
  if (skipped > 0) console.error(`${count} ${count === 1 ? 'file' : 'files'} annotated, ${skipped} skipped`);
  return { annotated: count, skipped };
}

const nameOf = ({ name }: Input): string => (name === STANDARD_INPUT ? 'Standard input' : printableLine(name));
const namesAlone = `is longer than ${portionLength.toLocaleString('en')} characters; beyond that, names alone are looked for`;

/** In UTF-16 code units. */
const writeLength = 65_536;
/** What has waited so long is written, however little: a reader of the output sees it, and one who has gone is noticed. */
const longestWaitMs = 100;

/** Writes the parts as they are made. Resolves when the output has taken them: false as soon as its reader has gone. */
async function print(parts: Iterable<string>): Promise<boolean> {
  let waiting = '';
  let writtenAtMs = Date.now();
  for (const part of parts) {
    waiting += part;
    if (waiting.length < writeLength && Date.now() - writtenAtMs < longestWaitMs) continue;
    if (!(await write(waiting))) return false;
    waiting = '';
    writtenAtMs = Date.now();
  }
  return write(waiting);
}

function write(text: string): Promise<boolean> {
  return new Promise((resolve) => {
    process.stdout.write(text, (error) => resolve(!error));
  });
}
