/** What the licences of packed packages ask for: their names, their licences and the texts of these, as one file in the build. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const NOTICES_FILE = 'licences.txt';

/** Modules that a tool writes into the bundles, and whose they are. */
const WRITTEN_BY: Record<string, string> = { '\0rolldown/': 'rolldown', '\0vite/': 'vite' };

/** The text of the file for the modules that went into the bundles, by their ids. The same modules give the same bytes. */
export function noticesOf(modules: Iterable<string>): string {
  const folders = [...new Set([...modules].flatMap((id) => folderOf(id) ?? []))];
  const sections = folders.map(sectionOf).toSorted((a, b) => (a < b ? -1 : 1));
  return `# Licences

Bridle is published under the Mozilla Public License 2.0 (https://mozilla.org/MPL/2.0/).
It carries code of these packages, which stay under their own licences.

${sections.join('\n')}`;
}

/** The packages that such a file names. */
export function packagesIn(notices: string): { name: string; version: string; licence: string }[] {
  return [...notices.matchAll(/^## (\S+) (\S+) · (.+)$/gm)].map(([, name, version, licence]) => ({
    name: name!,
    version: version!,
    licence: licence!,
  }));
}

/** The folder of the package that a module belongs to; null for what is our own. */
function folderOf(id: string): string | null {
  const writer = Object.entries(WRITTEN_BY).find(([prefix]) => id.startsWith(prefix))?.[1];
  if (writer) return resolve(import.meta.dirname, '../node_modules', writer);
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/?]+/.exec(id.replaceAll('\\', '/').replace(/^\0/, ''))?.[0] ?? null;
}

function sectionOf(folder: string): string {
  const { name, version, license, author, repository, homepage } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const source = (typeof repository === 'string' ? repository : repository?.url) ?? homepage ?? '';
  const by = typeof author === 'string' ? author : author?.name;
  const texts = readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|copying|notice)(?:[.-]|$)/i.test(file))
    .toSorted()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  // Some packages name their licence and forget its text.
  const text =
    texts.length > 0
      ? texts.join('\n\n')
      : `Published under ${license}${by ? ` by ${by}` : ''}; the package carries no text of it: https://spdx.org/licenses/${license}.html`;
  return `## ${name} ${version} · ${license}\n${source}\n\n${text}\n`;
}
