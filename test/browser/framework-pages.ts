/** The pages of `test/pages/frameworks`, bundled and served: one for each framework, and two that a server has rendered. */
import { resolve } from 'node:path';
import { compile } from 'svelte/compiler';
import { build, type Plugin } from 'vite';
import { serve, type Site } from '../../scripts/serve.ts';

export const frameworks = ['react', 'hydrated', 'hydrated-18', 'vue', 'svelte'] as const;

const folder = resolve(import.meta.dirname, '../pages/frameworks');
/** Before any other script: keeps what the page complains about. React and Vue say in development what they would swallow otherwise. */
const LISTENER = `<script>
  globalThis.faults = [];
  for (const level of ['warn', 'error']) console[level] = (...words) => faults.push(words.join(' '));
  addEventListener('error', ({ message }) => faults.push(message));
  addEventListener('unhandledrejection', ({ reason }) => faults.push(String(reason)));
</script>`;

const svelte: Plugin = {
  name: 'svelte',
  transform: (code, id) =>
    id.endsWith('.svelte') ? { code: compile(code, { filename: id, generate: 'client' }).js.code, map: null } : null,
};

export async function serveFrameworks(): Promise<Site> {
  const [scripts, server] = await Promise.all([
    Promise.all([bundle(frameworks.filter((name) => name !== 'hydrated-18')), bundle(['hydrated-18'], REACT_18)]),
    import(resolve(folder, 'server.js')) as Promise<{ html(): string }>,
  ]);
  const document = (name: string) =>
    server
      .html()
      .replace('<head>', `<head>${LISTENER}`)
      .replace('</body>', `${scriptOf(name)}</body>`);
  const page = (name: string) =>
    `<!doctype html><html lang="en"><head><title>${name}</title>${LISTENER}</head><body><div id="root"></div>${scriptOf(name)}</body></html>`;
  return serve(async (path) => {
    const name = path.slice(1);
    const code = scripts.map((some) => some.get(name)).find((found) => found !== undefined);
    if (code !== undefined) return { body: code, headers: { 'content-type': 'text/javascript; charset=utf-8' } };
    return name === 'favicon.ico' ? null : { body: name.startsWith('hydrated') ? document(name) : page(name) };
  });
}

const scriptOf = (name: string) => `<script type="module" src="/${name}.js"></script>`;

/** Both versions are installed; a page of the older one names them as all pages do. */
const REACT_18 = { 'react-dom': 'react-dom-18', react: 'react-18' };

async function bundle(names: readonly string[], alias: Record<string, string> = {}): Promise<Map<string, string>> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    mode: 'development',
    plugins: [svelte],
    resolve: { alias },
    define: {
      'process.env.NODE_ENV': '"development"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
    },
    build: {
      write: false,
      minify: false,
      modulePreload: false,
      rolldownOptions: {
        input: Object.fromEntries(names.map((name) => [name, resolve(folder, `${name}.js`)])),
        output: { entryFileNames: '[name].js', chunkFileNames: `[name]-of-${names.length}.js` },
      },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error('The pages were not built');
  return new Map(
    output.output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file.code] as [string, string]] : [])),
  );
}
