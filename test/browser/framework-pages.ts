/** The pages of `test/pages/frameworks`, bundled and served: one for each framework, and those that a server has rendered. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { compile } from 'svelte/compiler';
import { build, type Plugin } from 'vite';
import { serve, type Site } from '../../scripts/serve.ts';

export const frameworks = [
  'react',
  'hydrated',
  'hydrated-18',
  'hydrated-17',
  'vue',
  'hydrated-vue',
  'svelte',
  'hydrated-svelte',
] as const;

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
  transform: (code, id) => (id.endsWith('.svelte') ? { code: compiled(code, id, 'client'), map: null } : null),
};

const compiled = (code: string, filename: string, generate: 'client' | 'server') =>
  compile(code, { filename, generate }).js.code;

export async function serveFrameworks(): Promise<Site> {
  const [scripts, rendered] = await Promise.all([
    Promise.all([
      bundle(frameworks.filter((name) => !(name in OLDER))),
      ...Object.entries(OLDER).map(([name, alias]) => bundle([name], alias)),
    ]),
    renderOnServer(),
  ]);
  const document = (name: string) => {
    const body = rendered.bodies[name];
    const html = body === undefined ? rendered.html : page(name, body);
    return html.replace('<head>', `<head>${LISTENER}`).replace('</body>', `${scriptOf(name)}</body>`);
  };
  const page = (name: string, body: string) =>
    `<!doctype html><html lang="en"><head><title>${name}</title></head><body>${body}</body></html>`;
  return serve(async (path) => {
    const name = path.slice(1);
    const code = scripts.map((some) => some.get(name)).find((found) => found !== undefined);
    if (code !== undefined) return { body: code, headers: { 'content-type': 'text/javascript; charset=utf-8' } };
    return name === 'favicon.ico' ? null : { body: document(name) };
  });
}

const scriptOf = (name: string) => `<script type="module" src="/${name}.js"></script>`;

/** All versions are installed; a page of an older one names them as all pages do. */
const OLDER: Record<string, Record<string, string>> = {
  'hydrated-18': { 'react-dom': 'react-dom-18', react: 'react-18' },
  'hydrated-17': { 'react-dom': 'react-dom-17', react: 'react-17' },
};

/** The markup that servers send: whole documents of React, bodies of the others, the others' roots empty. */
async function renderOnServer(): Promise<{ html: string; bodies: Record<string, string> }> {
  const server = (await import(resolve(folder, 'server.js'))) as {
    html(): string;
    vue(): Promise<string>;
    svelte(view: unknown): string;
  };
  const root = '<div id="root"></div>';
  return {
    html: server.html(),
    bodies: {
      react: root,
      vue: root,
      svelte: root,
      'hydrated-vue': await server.vue(),
      'hydrated-svelte': server.svelte(await svelteOnServer()),
    },
  };
}

/** Beside its source, so that its imports are found. */
async function svelteOnServer(): Promise<unknown> {
  const source = resolve(folder, 'View.svelte');
  const beside = await mkdtemp(resolve(folder, '.server-'));
  try {
    const code = compiled(await readFile(source, 'utf8'), source, 'server').replaceAll('./story.js', '../story.js');
    await writeFile(resolve(beside, 'view.js'), code);
    return ((await import(resolve(beside, 'view.js'))) as { default: unknown }).default;
  } finally {
    await rm(beside, { recursive: true });
  }
}

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
