import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { LongestFirst } from './test/longest-first.ts';
import { factBasePlugin } from './data/vite-plugin.ts';
import { wordsPlugin } from './platform/words-plugin.ts';

/** They put something else in the place of modules, which no other file may get: each has a process to itself. */
const REPLACING = ['test/unit/matching/adversarial.test.ts', 'test/unit/scripts/describe.test.ts'];
const unit = {
  plugins: [await WxtVitest(), factBasePlugin(), wordsPlugin()],
  test: { maxWorkers: 2, testTimeout: 30_000 },
};

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        ...unit,
        test: {
          ...unit.test,
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          exclude: REPLACING,
          // Loading what is tested anew for each file would take a third of the time.
          isolate: false,
        },
      },
      { ...unit, test: { ...unit.test, name: 'unit apart', include: REPLACING } },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          // Files share browsers: test/browser/shared-browsers.ts.
          isolate: false,
          globalSetup: ['test/browser/temporary-folder.ts'],
          // Browsers wait more than they work: two at a time do not get in each other's way, even on two cores.
          maxWorkers: 2,
          // Two browsers on a busy machine lose a click now and then; `npm test` tells which tests needed a second try.
          retry: 1,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: { name: 'store', include: ['test/store/**/*.test.ts'], testTimeout: 300_000, hookTimeout: 300_000 },
      },
    ],
  },
});
