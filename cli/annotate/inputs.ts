import { lstatSync, readdirSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';

/** What was asked to be annotated: a file, or standard input as `-`. */
export interface Input {
  /** As it was named, or the named folder and the way down from it. */
  name: string;
  /** Why it cannot be read, where that is known before reading. */
  refused?: string;
}

export const STANDARD_INPUT = '-';

/** By the ending of a file's name. */
const TYPES: Record<string, FileType> = { '.txt': 'text', '.html': 'html', '.htm': 'html', '.xhtml': 'xhtml' };

export type FileType = 'text' | 'html' | 'xhtml';

export function typeOf(name: string): FileType | undefined {
  return TYPES[extname(name).toLowerCase()];
}

/** The files that some paths name, in their order; folders with all that is in them, by name. Reads no file. */
export function* listInputs(paths: readonly string[]): Generator<Input> {
  for (const path of paths) {
    if (path === STANDARD_INPUT) yield { name: path };
    else if (!isFolder(path)) yield { name: path };
    else {
      let isEmpty = true;
      for (const input of within(path)) {
        isEmpty = false;
        yield input;
      }
      if (isEmpty) yield { name: path, refused: 'holds no .txt, .html, .htm or .xhtml file' };
    }
  }
}

/** A path that the system does not take at all is no folder; reading it says why. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Links to folders are not followed: they may lead round in a circle. */
function* within(folder: string): Generator<Input> {
  let names: string[];
  try {
    names = readdirSync(folder).toSorted();
  } catch (error) {
    yield { name: folder, refused: reasonOf(error) };
    return;
  }
  for (const name of names) {
    const path = join(folder, name);
    if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory()) yield* within(path);
    else if (typeOf(name)) yield { name: path };
  }
}

/** What the system says of a file that it does not give, in plain words. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'there is no such file or folder';
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read';
  if (code === 'ENAMETOOLONG') return 'is too long for a path';
  return `cannot be read: ${message}`;
}
