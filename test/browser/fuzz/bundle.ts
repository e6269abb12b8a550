/** Builds what runs in a plain page. */
import { join } from 'node:path';
import { build } from 'vite';
import { factBasePlugin } from '../../../data/vite-plugin.ts';

/** One script of the page layer, the engine and the random documents. */
export async function bundleFuzz(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [factBasePlugin()],
    build: {
      write: false,
      minify: false,
      target: ['chrome150', 'firefox153'],
      lib: { entry: join(import.meta.dirname, 'in-page.ts'), formats: ['iife'], name: 'fuzzBundle' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error('The random documents were not built');
  return output.output[0].code;
}
