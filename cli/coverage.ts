import { coverageOf, gapOf } from '../data/coverage.ts';
import type { FactBase } from '../data/read.ts';
import { readOriginal, requireFolder } from './command.ts';

/**
 * Every sentence of every source with its claims or its reason for none, and a summary. Shows the sentences' text where the folder
 * of originals is given. `gaps` counts the sentences that have neither or both.
 */
export function describeCoverage({ sources, claims }: FactBase, folder?: string): { text: string; gaps: number } {
  if (folder !== undefined) requireFolder(folder);
  let gaps = 0;
  let carrying = 0;
  let silent = 0;
  const lines = sources.flatMap((source) => {
    const text = folder === undefined ? undefined : new TextDecoder().decode(readOriginal(folder, source.seed));
    const sentences = coverageOf(source, claims).map((sentence) => {
      const gap = gapOf(sentence);
      if (gap) gaps += 1;
      else if (sentence.none) silent += 1;
      else carrying += 1;
      const verdict = gap ? `GAP: ${gap}` : sentence.none ? `none: ${sentence.none}` : sentence.claims.join(', ');
      const words = text?.slice(sentence.start, sentence.end).replace(/\s+/gu, ' ');
      return `  ${sentence.start}–${sentence.end}  ${verdict}${words === undefined ? '' : `\n      ${words}`}`;
    });
    return [
      `${source.id} (${source.seed})`,
      ...(sentences.length > 0 ? sentences : ['  GAP: no sentence is listed']),
      '',
    ];
  });
  gaps += sources.filter(({ sentences }) => sentences.length === 0).length;
  const total = sources.reduce((sum, { sentences }) => sum + sentences.length, 0);
  const summary = `${total} sentences in ${sources.length} sources: ${carrying} with claims, ${silent} with a reason for none, ${gaps} gaps`;
  return { text: [...lines, summary].join('\n'), gaps };
}
