/** Reads folders of JSON Lines: one record a line, checked. It needs Node and zod. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { FactBaseError, type Problem } from './problem.ts';

export interface JsonLinesFile<Value> {
  /** Without `.jsonl`. */
  name: string;
  records: Value[];
}

/**
 * The files of a folder, by name; none where there is no such folder. Empty lines are passed over.
 * @param wrongWith what else is wrong with a record, null where nothing is
 * @throws {FactBaseError} with every line that is no JSON, has another shape, or with which something else is wrong
 */
export function readJsonLines<Value extends { id: string }>(
  folder: string,
  schema: z.ZodType<Value>,
  wrongWith: (record: Value) => string | null,
): JsonLinesFile<Value>[] {
  if (!existsSync(folder)) return [];
  const problems: Problem[] = [];
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted()
    .map((name) => {
      const file = join(folder, name);
      const records = readFileSync(file, 'utf8')
        .split('\n')
        .flatMap((line, at) => {
          if (line.trim() === '') return [];
          const [id, record, wrong] = readLine(line);
          if (record) return [record];
          problems.push({ file, id, wrong, remedy: `Mend line ${at + 1}; README.md beside it tells the form.` });
          return [];
        });
      return { name: name.replace(/\.jsonl$/, ''), records };
    });
  if (problems.length > 0) throw new FactBaseError(problems);
  return files;

  function readLine(line: string): [id: string, record: Value | null, wrong: string] {
    try {
      const record = schema.parse(JSON.parse(line));
      const wrong = wrongWith(record);
      return [record.id, wrong === null ? record : null, wrong ?? ''];
    } catch (error) {
      return ['', null, error instanceof Error ? error.message : String(error)];
    }
  }
}
