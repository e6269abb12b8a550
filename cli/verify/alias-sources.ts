import { foldText } from '../../data/fold.ts';
import type { Problem } from '../../data/problem.ts';
import type { FactBase } from '../../data/read.ts';

/** Aliases that no source writes, and that are not marked as `external`. */
export function checkAliasSources(entities: FactBase['entities'], texts: readonly string[]): Problem[] {
  const written = texts.map((text) => ` ${foldText(text)} `);
  return entities.flatMap(({ id, aliases }) =>
    aliases
      .filter(({ text, external }) => !external && !written.some((words) => words.includes(` ${foldText(text)} `)))
      .map(({ text }) => ({
        file: 'data/entities.json',
        id,
        wrong: `no source writes the alias “${text}”`,
        remedy: 'Mark it as external.',
      })),
  );
}
