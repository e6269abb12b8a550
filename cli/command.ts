import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { FactBaseError } from '../data/problem.ts';
import { printable } from './printable.ts';

/** What the person at the terminal can mend; shown without a stack. */
export class CommandError extends Error {
  override name = 'CommandError';
}

/** Runs a command: its number is the exit status, 0 for success; an error that can be mended is shown in one piece, with status 1. */
export async function runCommand(command: (args: string[]) => number | Promise<number>): Promise<void> {
  // A reader such as `head` may close the pipe early; that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode);
    console.error(`The output cannot be written: ${printable(error.message)}`);
    process.exit(1);
  });
  process.stderr.on('error', () => process.exit(1));
  try {
    process.exitCode = await command(process.argv.slice(2));
  } catch (error) {
    if (!(
      error instanceof CommandError ||
      error instanceof FactBaseError ||
      isArgumentError(error) ||
      isOfSystem(error)
    ))
      throw error;
    console.error(printable(error.message));
    process.exitCode = 1;
  }
}

/** The bytes of a document in the folder of originals. */
export function readOriginal(folder: string, seed: string): Uint8Array {
  requireFolder(folder);
  try {
    return readFileSync(join(folder, seed));
  } catch (error) {
    throw new CommandError(`${join(folder, seed)} cannot be read: ${(error as Error).message}`);
  }
}

export function requireFolder(folder: string): void {
  if (!existsSync(folder))
    throw new CommandError(`There is no folder ${folder}. Name the folder that holds the original documents.`);
  if (!statSync(folder).isDirectory())
    throw new CommandError(`${folder} is a file. Name the folder that holds the original documents.`);
}

/** What the system refuses: a path that is too long, a folder that may not be read, a full disk. */
function isOfSystem(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error;
}

function isArgumentError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
