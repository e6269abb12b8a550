import { join, relative } from 'node:path';
import type { Plugin } from 'vite';
import { cardFacts } from './card-facts.ts';
import { checkFactBase } from './checks.ts';
import { compileFacts, compileGate, compileLexicon } from './compile.ts';
import { FactBaseError } from './problem.ts';
import { factBaseFiles, readFactBase } from './read.ts';
import type { FactBase } from './read.ts';
import { LANGUAGES } from './schema.ts';

const MODULES: Record<string, (base: FactBase) => unknown> = {
  facts: compileFacts,
  ...Object.fromEntries(LANGUAGES.map((language) => [`facts/${language}`, (base: FactBase) => cardFacts(compileFacts(base), language)])),
  lexicon: compileLexicon,
  gate: compileGate,
};
const PREFIX = 'virtual:bridle/';

/**
 * Serves the compiled fact base as `virtual:bridle/facts`, `…/facts/LANGUAGE`, `…/lexicon` and `…/gate` (types in `virtual.d.ts`). A fact base that
 * cannot be read or does not hold together fails the build with every problem. The files are read afresh for each module.
 */
export function factBasePlugin(folder: string = join(import.meta.dirname, '..')): Plugin {
  return {
    name: 'bridle:fact-base',
    resolveId: (id) => (Object.hasOwn(MODULES, nameOf(id)) ? `\0${id}` : undefined),
    load(id) {
      const name = id.startsWith('\0') ? nameOf(id.slice(1)) : '';
      const compile = MODULES[name];
      if (!compile) return undefined;
      for (const file of factBaseFiles(folder)) this.addWatchFile(join(folder, file));
      const base = readFactBase(folder);
      const problems = checkFactBase(base);
      if (problems.length > 0) throw new FactBaseError(problems);
      // A long JSON text is parsed faster than the same literal in JavaScript.
      return `export const ${name.split('/')[0]} = JSON.parse(${JSON.stringify(JSON.stringify(compile(base)))});`;
    },
    // The development server: a changed, new or removed file makes all its modules anew.
    hotUpdate({ file, modules }) {
      if (!/^(?:data|seeds)\/[^/]+\.json$/.test(relative(folder, file).replaceAll('\\', '/'))) return undefined;
      const ours = Object.keys(MODULES).map((name) => this.environment.moduleGraph.getModuleById(`\0${PREFIX}${name}`));
      return [...modules, ...ours.filter((module) => module !== undefined)];
    },
  };
}

function nameOf(id: string): string {
  return id.startsWith(PREFIX) ? id.slice(PREFIX.length) : '';
}
