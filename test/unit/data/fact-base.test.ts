import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkFactBase } from '../../../data/checks.ts';
import { checkOriginal } from '../../../data/originals.ts';
import { listProblems } from '../../../data/problem.ts';
import { readFactBase } from '../../../data/read.ts';

/** The original documents are not part of the project; where they are absent, the proof is skipped and vitest says so. */
const originals = join(import.meta.dirname, '../../../../shared/seeds');

describe('the fact base of this project', () => {
  it('holds together', () => expect(listProblems(checkFactBase(readFactBase()))).toBe(''));

  it.skipIf(!existsSync(originals))(
    'is proved by the original documents (skipped where ../shared/seeds is absent)',
    () => {
      const { sources, claims } = readFactBase();
      const problems = sources.flatMap((source) =>
        checkOriginal(source, claims, readFileSync(join(originals, source.seed))),
      );
      expect(listProblems(problems)).toBe('');
    },
  );
});
