import { coverageOf, gapOf, looseEndOf } from '../data/coverage.ts';
import { textOf } from '../data/documents.ts';
import type { FactBase } from '../data/read.ts';
import { readOriginal, requireFolder } from './command.ts';

/**
 * Every sentence of every source with its claims or its reason for none, every claim that no relation ties to another with its
 * reason, and a summary. Shows the sentences' text where the folder of originals is given. `gaps` counts the sentences and claims
 * that have neither or both.
 */
export function describeCoverage(
  { sources, claims, relations }: FactBase,
  folder?: string,
): { text: string; gaps: number } {
  if (folder !== undefined) requireFolder(folder);
  let gaps = 0;
  let carrying = 0;
  let silent = 0;
  const lines = sources.flatMap((source) => {
    const text = folder === undefined ? undefined : textOf(readOriginal(folder, source.seed));
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
  const ties = describeTies(claims, relations);
  const summary = [
    `${total} sentences in ${sources.length} sources: ${carrying} with claims, ${silent} with a reason for none, ${gaps} gaps`,
    `${claims.length} claims: ${ties.tied} with relations, ${ties.unrelated} with a reason for none, ${ties.gaps} gaps`,
  ];
  return { text: [...lines, ...ties.lines, ...summary].join('\n'), gaps: gaps + ties.gaps };
}

/** The claims that stand alone, or should not, a line each. */
function describeTies(claims: FactBase['claims'], relations: FactBase['relations']) {
  const found = claims.map((claim) => ({ ...claim, gap: looseEndOf(claim, relations) }));
  const alone = found.filter(({ gap, unrelated }) => gap !== undefined || unrelated !== undefined);
  const gaps = alone.filter(({ gap }) => gap !== undefined).length;
  const lines = alone.map(
    ({ id, gap, unrelated }) => `  ${id}  ${gap === undefined ? `unrelated: ${unrelated}` : `GAP: ${gap}`}`,
  );
  return {
    lines: lines.length > 0 ? ['claims without a relation', ...lines, ''] : [],
    tied: claims.length - alone.length,
    unrelated: alone.length - gaps,
    gaps,
  };
}
