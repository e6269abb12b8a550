/** The texts for the stores, `docs/store/listing.LANGUAGE.md`. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Language } from '../data/languages.ts';

export const SECTIONS = [
  'Name',
  'Summary',
  'Motto',
  'Category',
  'Description',
  'What is new',
  'Single purpose',
  'Privacy',
] as const;
export type Section = (typeof SECTIONS)[number];

/** Each section as plain text, as it is pasted. */
export function readListing(language: Language): Record<Section, string> {
  const file = resolve(import.meta.dirname, `../docs/store/listing.${language}.md`);
  const parts = readFileSync(file, 'utf8')
    .split(/^## (.+)\n/m)
    .slice(1);
  const sections: Record<string, string> = {};
  for (let at = 0; at < parts.length; at += 2) sections[parts[at]!] = parts[at + 1]!.trim();
  for (const section of SECTIONS) if (!sections[section]) throw new Error(`${file} has no “${section}”.`);
  return sections;
}
