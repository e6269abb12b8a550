import { basename } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take minutes, and of the unit tests those that take the better part of one. */
const LONG = [
  'harm',
  'evaluation',
  'accessibility',
  'life',
  'security',
  'explorer',
  'hostile-load',
  'annotate',
  'command-line',
];

/** Begins with the files that take longest, so that no worker is left with one of them while the other has nothing to do. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LONG.indexOf(basename(moduleId, '.test.ts'));
      return at < 0 ? LONG.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
