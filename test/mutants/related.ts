/** Which unit tests reach a file: through imports, one from another. Those that bring the fewest files along come first. */
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** @param files all files of the project, with `/` between folders */
export function relatedTests(root: string, files: readonly string[]): (file: string) => string[] {
  const known = new Set(files);
  const importsOf = new Map<string, string[]>();
  const importsIn = (file: string): string[] => {
    let found = importsOf.get(file);
    if (!found) {
      const code = readFileSync(join(root, file), 'utf8');
      const paths = [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'(\.[^'?]*)/g)];
      found = paths.map(([, path]) => posix.join(posix.dirname(file), path!)).filter((path) => known.has(path));
      importsOf.set(file, found);
    }
    return found;
  };
  const reach = files
    .filter((file) => /^test\/unit\/.*\.test\.tsx?$/.test(file))
    .map((test) => {
      const reached = new Set([test]);
      for (const file of reached) if (/\.tsx?$/.test(file)) for (const path of importsIn(file)) reached.add(path);
      return { test, reached };
    })
    .toSorted((a, b) => a.reached.size - b.reached.size);
  return (file) => reach.filter(({ reached }) => reached.has(file)).map(({ test }) => test);
}
