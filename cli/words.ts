/** The interface's words for the command line: those of the extension, read from `public/_locales`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../data/languages.ts';
import { createWords, type Words } from '../presentation/words.ts';

export function readWords(language: Language): Words {
  const file = join(import.meta.dirname, `../public/_locales/${language}/messages.json`);
  const messages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { message: string }>;
  return createWords(
    Object.fromEntries(Object.entries(messages).map(([key, { message }]) => [key, message])),
    language,
  );
}
