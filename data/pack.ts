/**
 * The lexicon as one string for a page: lists joined by separators, like beside like, which compresses better than JSON and holds nothing
 * that the matching does not ask for. `unpack.ts` reads it.
 */
import type { Concept, Lexicon } from './facts.ts';
import { ALIAS_MARKS, CONCEPT_KINDS, ENTITY_MARKS, MISTRANSLATED } from './unpack.ts';

export function packLexicon({ entities, vocabulary, concepts }: Lexicon): string {
  const { affair, titles, courtesies, givenNames, determiners, ordinary } = vocabulary;
  const lines = [
    entities.map(({ id, kind, central, agency }) =>
      id + marks({ person: kind === 'person', central: central === true, agency: agency === true })),
    ...entities.map(({ aliases }) => aliases.map(({ text, needs, kind }) =>
      text + ALIAS_MARKS[needs] + (kind === 'mistranslation' ? MISTRANSLATED : ''))),
    ...entities.map(({ others }) => others),
    ...entities.map(({ cues }) => cues),
    ...entities.map(({ traps }) => traps),
    affair.map(({ weight }) => String(weight)),
    ...affair.map(({ words }) => words),
    titles, courtesies, givenNames, determiners, ordinary,
    concepts.map(({ kind }) => String(CONCEPT_KINDS.indexOf(kind))),
    ...concepts.map(distinctWords),
  ];
  return lines.map(joined).join('\n');
}

function marks(holds: Record<keyof typeof ENTITY_MARKS, boolean>): string {
  return (Object.keys(ENTITY_MARKS) as (keyof typeof ENTITY_MARKS)[]).map((name) => (holds[name] ? ENTITY_MARKS[name] : '')).join('');
}

function joined(items: readonly string[]): string {
  for (const item of items) if (/^[@!#=?~%]*$|[|\n]/.test(item)) throw new Error(`“${item}” cannot be packed`);
  return items.join('|');
}

/** The words of all languages, without those that another pattern of the concept finds anyway: only whether a concept is found counts. */
function distinctWords({ words }: Concept): string[] {
  const all = [...new Set(Object.values(words).flat())];
  return all.filter((word) => !all.some((other) => other !== word && covers(other, word))).toSorted();
}

/** Stems shorter than this are not looked up in longer words (`WordPatterns`). */
const SHORTEST_STEM = 3;

/** Whether a pattern of one word fits in every text that the other pattern fits in. */
function covers(pattern: string, other: string): boolean {
  if (/[\s'’-]/.test(pattern)) return false;
  const words = other.split(/[\s'’-]+/);
  if (pattern.endsWith('*')) {
    const stem = pattern.slice(0, -1);
    return stem.length >= SHORTEST_STEM && words.some((word) => !word.startsWith('*') && word.replace(/\*$/, '').startsWith(stem));
  }
  if (pattern.startsWith('*')) return words.some((word) => word !== pattern && !word.endsWith('*') && word.endsWith(pattern.slice(1)));
  return words.length > 1 && words.includes(pattern);
}
