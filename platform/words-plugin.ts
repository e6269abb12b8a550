/**
 * Serves `virtual:bridle/words/SURFACE` from the messages of `public/_locales`, so that a surface carries its own words only: the keys
 * that start with `SURFACE_` or `common_`, as `export const words: Record<Language, Record<string, string>>`.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { LANGUAGES } from '../data/languages.ts';

const ID = 'virtual:bridle/words/';

export function wordsPlugin(): Plugin {
  const root = resolve(import.meta.dirname, '..');
  const files = LANGUAGES.map((language) => [language, `${root}/public/_locales/${language}/messages.json`] as const);
  return {
    name: 'bridle-words',
    resolveId: (id) => (id.startsWith(ID) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(`\0${ID}`)) return null;
      const surface = id.slice(ID.length + 1);
      const words = Object.fromEntries(files.map(([language, path]) => [language, wordsOf(path, surface)]));
      for (const [, path] of files) this.addWatchFile(path);
      return `export const words = JSON.parse(${JSON.stringify(JSON.stringify(words))});`;
    },
  };
}

function wordsOf(path: string, surface: string): Record<string, string> {
  const messages = JSON.parse(readFileSync(path, 'utf8')) as Record<string, { message: string }>;
  const wanted = Object.entries(messages).filter(([key]) => key.startsWith(`${surface}_`) || key.startsWith('common_'));
  return Object.fromEntries(wanted.map(([key, { message }]) => [key, message]));
}
