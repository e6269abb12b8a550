import { foldText } from '../../data/fold.ts';
import type { Problem } from '../../data/problem.ts';
import type { FactBase } from '../../data/read.ts';
import { figuresOf } from '../../matching/claims/figures.ts';

/** Figures of a claim that none of its evidence holds, in digits or in words. `texts`: the documents by the id of their source. */
export function checkFigures(claims: FactBase['claims'], texts: ReadonlyMap<string, string>): Problem[] {
  return claims.flatMap(({ id, figures, evidence }) => {
    // Where a document is missing, that is told, and nothing can be said of the rest
    if (evidence.some(({ source }) => !texts.has(source))) return [];
    const held = evidence.map(({ source, start, end }) => valuesIn(texts.get(source)!.slice(start, end)));
    return figures
      .filter(({ value }) => !held.some((values) => values.has(value)))
      .map(({ value }) => ({
        file: 'data/claims.json',
        id,
        wrong: `the figure ${value} stands in none of its evidence`,
        remedy: 'Correct the figure, or widen the evidence to where it stands.',
      }));
  });
}

function valuesIn(text: string): ReadonlySet<number> {
  const words = foldText(text).split(' ');
  return new Set([...figuresOf(text, words), ...words.flatMap((word) => COLLECTIVES.get(word) ?? [])]);
}

/** Words for a number of things, as the sources use them. */
const COLLECTIVES = new Map(
  Object.entries({ dizaine: 10, douzaine: 12, vingtaine: 20, centaine: 100, millier: 1000, dutzend: 12, dozen: 12 }),
);
