/**
 * The lexicon as one string for a page: lists joined by separators, like beside like, which compresses better than JSON and holds nothing
 * that the matching does not ask for. `unpack.ts` reads it.
 */
import type { Lexicon } from './facts.ts';
import { ALIAS_MARKS, ENTITY_MARKS, MISTRANSLATED } from './unpack.ts';

export function packLexicon({ entities, vocabulary }: Lexicon): string {
  const { affair, titles, courtesies, givenNames, determiners, ordinary } = vocabulary;
  const lines = [
    entities.map(
      ({ id, kind, central, agency }) =>
        id + marks({ person: kind === 'person', central: central === true, agency: agency === true }),
    ),
    ...entities.map(({ aliases }) =>
      aliases.map(
        ({ text, needs, kind }) => text + ALIAS_MARKS[needs] + (kind === 'mistranslation' ? MISTRANSLATED : ''),
      ),
    ),
    ...entities.map(({ others }) => others),
    ...entities.map(({ cues }) => cues),
    ...entities.map(({ traps }) => traps),
    affair.map(({ weight }) => String(weight)),
    ...affair.map(({ words }) => words),
    titles,
    courtesies,
    givenNames,
    determiners,
    ordinary,
  ];
  return lines.map(joined).join('\n');
}

function marks(holds: Record<keyof typeof ENTITY_MARKS, boolean>): string {
  return (Object.keys(ENTITY_MARKS) as (keyof typeof ENTITY_MARKS)[])
    .map((name) => (holds[name] ? ENTITY_MARKS[name] : ''))
    .join('');
}

function joined(items: readonly string[]): string {
  for (const item of items) if (/^[@!#=?~%]*$|[|\n]/.test(item)) throw new Error(`“${item}” cannot be packed`);
  return items.join('|');
}
