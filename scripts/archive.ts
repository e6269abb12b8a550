/** Zips that come out the same on every machine and at every time: what they hold is all that counts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync, type Zippable } from 'fflate';

const UNIX = 3;
const READABLE_FILE = 0o100644 << 16;

/** The zip of files of a folder. `paths` are relative to it, with `/`, in any order. */
export function archiveOf(folder: string, paths: string[]): Uint8Array {
  // As early as a zip can say. Its fields are those of a clock on the wall, which is why the date is of here and not of UTC.
  const mtime = new Date(1980, 0, 1, 12);
  const entries: Zippable = {};
  for (const path of paths.toSorted()) {
    entries[path] = [
      new Uint8Array(readFileSync(join(folder, path))),
      { level: 9, mtime, os: UNIX, attrs: READABLE_FILE },
    ];
  }
  return zipSync(entries);
}
