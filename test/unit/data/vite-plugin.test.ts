import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, createServer } from 'vite';
import { expect, it, vi } from 'vitest';
import { compileFacts, compileLexicon } from '../../../data/compile.ts';
import type { FactBase } from '../../../data/read.ts';
import { factBasePlugin } from '../../../data/vite-plugin.ts';
import { smallBase, text, writeBase } from './small-base.ts';

/** Builds a module that hands on what the three virtual modules hold. */
async function bundle(base: FactBase): Promise<{ facts: unknown; lexicon: unknown; gate: unknown }> {
  const { base: folder } = writeBase(base);
  const entry = join(folder, 'entry.js');
  writeFileSync(
    entry,
    ['facts', 'lexicon', 'gate'].map((name) => `export * from 'virtual:bridle/${name}';`).join('\n'),
  );
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    root: folder,
    plugins: [factBasePlugin(folder)],
    build: { write: false, lib: { entry, formats: ['es'] } },
  });
  const output = Array.isArray(result) ? result[0] : result;
  if (!output || !('output' in output)) throw new Error('nothing was built');
  return (await import(`data:text/javascript,${encodeURIComponent(output.output[0].code)}`)) as Awaited<
    ReturnType<typeof bundle>
  >;
}

it('puts the compiled fact base into a build', async () => {
  const { facts, lexicon, gate } = await bundle(smallBase());
  expect(facts).toEqual(compileFacts(smallBase()));
  expect(lexicon).toEqual(compileLexicon(smallBase()));
  expect((gate as { trigger: string }).trigger).toContain('NSO');
});

it('fails the build with every problem', async () => {
  const base = smallBase();
  for (const claim of base.claims) claim.claimant = 'nobody';
  const failure = bundle(base);
  await expect(failure).rejects.toThrow(/firm-denies: claimant names nobody/);
  await expect(failure).rejects.toThrow(/nine-entities: claimant names nobody/);
});

it('makes the modules anew when a file changes while developing', async () => {
  const { base: folder } = writeBase(smallBase());
  const server = await createServer({
    configFile: false,
    logLevel: 'silent',
    root: folder,
    plugins: [factBasePlugin(folder)],
    server: { middlewareMode: true, ws: false },
  });
  try {
    const { client } = server.environments;
    const read = async () => (await client.transformRequest('virtual:bridle/facts'))?.code;
    expect(await read()).not.toContain('a new word');
    const changed = smallBase();
    Object.assign(changed.relations[0] ?? {}, { reason: text('a new word') });
    const file = join(folder, 'data/relations.json');
    writeFileSync(file, JSON.stringify(changed.relations));
    server.watcher.emit('change', file);
    await vi.waitFor(async () => expect(await read()).toContain('a new word'));
  } finally {
    await server.close();
  }
});
