/** What runs on pages does not grow with what Bridle knows: built from two fact bases, one ten times the other, it is the same to the byte. */
import { join } from 'node:path';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { compileFacts, compileGate, compileLexicon } from '../../../data/compile.ts';
import type { FactBase } from '../../../data/read.ts';
import { factBasePlugin } from '../../../data/vite-plugin.ts';
import { smallBase, writeBase } from '../data/small-base.ts';

const root = join(import.meta.dirname, '../../..');

/** The script of an entry point, minified, with a fact base behind it. */
async function scriptOf(entry: string, base: FactBase): Promise<string> {
  const { base: folder } = writeBase(base);
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    root,
    plugins: [factBasePlugin(folder)],
    oxc: { jsx: { importSource: 'preact' } },
    build: { write: false, lib: { entry: join(root, 'entrypoints', entry), formats: ['iife'], name: 'script' } },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error('nothing was built');
  return output.output[0].code;
}

/** Ten aliases and ten claims for each one, said a little differently. */
function tenTimes(base: FactBase): FactBase {
  const times = Array.from({ length: 9 }, (_, at) => at);
  // What the gate asks for are names of central entities; nine more aliases of these are another matter.
  const entities = base.entities.map((entity) =>
    entity.central
      ? entity
      : {
          ...entity,
          aliases: entity.aliases.flatMap((alias) => [
            alias,
            ...times.map((at) => ({ ...alias, text: `${alias.text}ovitch${'abcdefghi'[at]}` })),
          ]),
        },
  );
  const claims = base.claims.flatMap((claim) => [
    claim,
    ...times.map((at) => ({
      ...claim,
      id: `${claim.id}-${at}`,
      statement: {
        en: `${claim.statement.en} ${at}`,
        fr: `${claim.statement.fr} ${at}`,
        de: `${claim.statement.de} ${at}`,
      },
      unrelated: 'only-mention' as const,
    })),
  ]);
  return { ...base, entities, claims };
}

test('the larger base is ten times as large in what is compiled from it, and asks the gate for no more', () => {
  const [small, large] = [smallBase(), tenTimes(smallBase())];
  expect(compileFacts(large).claims).toHaveLength(10 * small.claims.length);
  expect(JSON.stringify(compileLexicon(large)).length).toBeGreaterThan(
    1.5 * JSON.stringify(compileLexicon(small)).length,
  );
  expect(compileGate(large)).toEqual(compileGate(small));
});

test.each(['annotator.ts', 'drawing.tsx', 'gate.ts'])('%s is the same to the byte', async (entry) => {
  const small = await scriptOf(entry, smallBase());
  expect(small.length).toBeGreaterThan(1_000);
  expect(await scriptOf(entry, tenTimes(smallBase()))).toBe(small);
});
