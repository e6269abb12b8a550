import { existsSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** The virtual modules of the fact base and of the interface's words, each from the part that owns it. */
async function virtualModules(): Promise<Plugin[]> {
  const found = ['./data/vite-plugin.ts', './platform/words-plugin.ts'].filter((path) => existsSync(path));
  const modules = await Promise.all(found.map((path) => import(path)));
  return modules.flatMap((module) => Object.values(module).filter((f) => typeof f === 'function').map((f) => (f as () => Plugin)()));
}

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [await WxtVitest(), ...(await virtualModules())],
        test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}', 'test/property/**/*.test.{ts,tsx}'] },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
