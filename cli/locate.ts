import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { textOf } from '../data/documents.ts';
import { sha256 } from '../data/originals.ts';
import { readSources } from '../data/read.ts';
import { CommandError, readOriginal } from './command.ts';

interface Passage {
  /** Id of a source, or the file name of a document that has no record yet. */
  source: string;
  first: string;
  last?: string | undefined;
  folder: string;
  /** Which place of `first` is meant, from 1, where there are several. */
  occurrence?: number | undefined;
  base?: string | undefined;
}

/** The evidence object for a passage: from the first words to the next place of the last words, offsets in UTF-16. */
export function locate({ source, first, last, folder, occurrence, base }: Passage): {
  source: string;
  start: number;
  end: number;
  sha256: string;
} {
  const { id, seed } = recordOf(source, folder, base);
  const text = textOf(readOriginal(folder, seed));
  const places = placesOf(text, first);
  if (places.length === 0)
    throw new CommandError(`“${first}” does not stand in ${seed}. Accents, apostrophes and spaces count.`);
  if (places.length > 1 && occurrence === undefined) {
    throw new CommandError(
      `“${first}” stands at ${listed(places)} in ${seed}. Give more words, or --occurrence 1 to ${places.length}.`,
    );
  }
  const start = places[(occurrence ?? 1) - 1];
  if (start === undefined) throw new CommandError(`“${first}” stands only ${places.length} times in ${seed}.`);
  const lastStart = last === undefined ? start : text.indexOf(last, start);
  if (lastStart === -1) throw new CommandError(`“${last}” does not stand after “${first}” in ${seed}.`);
  const end = lastStart + (last ?? first).length;
  return { source: id, start, end, sha256: sha256(text.slice(start, end)) };
}

function recordOf(source: string, folder: string, base?: string): { id: string; seed: string } {
  const sources = readSources(base);
  const record = sources.find(({ id, seed }) => id === source || seed === source);
  if (record) return record;
  if (existsSync(join(folder, source))) return { id: source, seed: source };
  throw new CommandError(
    `There is no source ${source}. There are: ${sources.map(({ id }) => id).join(', ') || 'none yet'}.`,
  );
}

/** One letter stands in hundreds of places: the first ones are enough to see that. */
function listed(places: number[]): string {
  const shown = 20;
  const rest = places.length - shown;
  return places.slice(0, shown).join(', ') + (rest > 0 ? ` and ${rest} more places` : '');
}

function placesOf(text: string, words: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) places.push(at);
  return places;
}
