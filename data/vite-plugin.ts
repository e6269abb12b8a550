import { statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Plugin } from 'vite';
import { checkFactBase } from './checks.ts';
import { compileFacts, compileGate, compileLexicon, compileSynonyms } from './compile.ts';
import { compileDocuments } from './documents.ts';
import { FactBaseError } from './problem.ts';
import { factBaseFiles, readFactBase } from './read.ts';
import type { FactBase } from './read.ts';

const MODULES: Record<string, (base: FactBase) => unknown> = {
  facts: compileFacts,
  documents: compileDocuments,
  lexicon: compileLexicon,
  synonyms: compileSynonyms,
  gate: compileGate,
};

const PREFIX = 'virtual:bridle/';

/**
 * Serves the compiled fact base as `virtual:bridle/facts`, `…/documents`, `…/lexicon`, `…/synonyms` and `…/gate` (types in `virtual.d.ts`). A fact
 * base that cannot be read or does not hold together fails the build with every problem. A build asks for each module several times: the files
 * are read, checked and compiled anew only when one of them has changed.
 */
export function factBasePlugin(folder: string = join(import.meta.dirname, '..')): Plugin {
  let known: { state: string; base: FactBase; texts: Map<string, string> } | null = null;
  return {
    name: 'bridle:fact-base',
    resolveId: (id) => (Object.hasOwn(MODULES, nameOf(id)) ? `\0${id}` : undefined),
    load(id) {
      const name = id.startsWith('\0') ? nameOf(id.slice(1)) : '';
      const compile = MODULES[name];
      if (!compile) return undefined;
      for (const file of factBaseFiles(folder)) this.addWatchFile(join(folder, file));
      const state = stateOf(folder);
      if (known?.state !== state) known = { state, base: checkedBase(folder), texts: new Map() };
      let text = known.texts.get(name);
      // A long JSON text is parsed faster than the same literal in JavaScript.
      if (text === undefined) known.texts.set(name, (text = JSON.stringify(JSON.stringify(compile(known.base)))));
      return `export const ${name} = JSON.parse(${text});`;
    },
    // The development server: a changed, new or removed file makes all its modules anew.
    hotUpdate({ file, modules: affected }) {
      if (!/^(?:data|seeds)\/[^/]+\.json$/.test(relative(folder, file).replaceAll('\\', '/'))) return undefined;
      const ours = Object.keys(MODULES).map((name) => this.environment.moduleGraph.getModuleById(`\0${PREFIX}${name}`));
      return [...affected, ...ours.filter((module) => module !== undefined)];
    },
  };
}

function checkedBase(folder: string): FactBase {
  const base = readFactBase(folder);
  const problems = checkFactBase(base);
  if (problems.length > 0) throw new FactBaseError(problems);
  return base;
}

/** Changes with every change of a file. */
function stateOf(folder: string): string {
  return factBaseFiles(folder)
    .map((file) => {
      const { mtimeMs, size } = statSync(join(folder, file), { throwIfNoEntry: false }) ?? {};
      return `${file} ${mtimeMs} ${size}`;
    })
    .join('\n');
}

function nameOf(id: string): string {
  return id.startsWith(PREFIX) ? id.slice(PREFIX.length) : '';
}
