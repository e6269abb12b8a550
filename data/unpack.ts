/** Reads what `pack.ts` and `pack-card.ts` write. Runs on pages. */
import type { Alias, Lexicon } from './facts.ts';

/** What follows an id or an alias in the packed form. */
export const ENTITY_MARKS = { person: '@', central: '!', agency: '#' } as const;
export const ALIAS_MARKS = { nothing: '=', affair: '', cue: '?', 'full-name': '~' } as const satisfies Record<
  Alias['needs'],
  string
>;
export const MISTRANSLATED = '%';

/** A lexicon with what the matching asks of it: of the kinds of entities only persons are told apart, of aliases only mistranslations. */
export function unpackLexicon(packed: string): Lexicon {
  const next = linesOf(packed);
  const ids = next();
  const lists = (count: readonly unknown[]): string[][] => count.map(() => next());
  const [aliases, others, cues, traps] = [lists(ids), lists(ids), lists(ids), lists(ids)];
  const weights = next();
  const affair = weights.map((weight) => ({ weight: Number(weight), words: next() }));
  const [titles, courtesies, givenNames, determiners, ordinary] = [next(), next(), next(), next(), next()];
  return {
    entities: ids.map((marked, index) => {
      const [id, marks] = splitMarks(marked);
      return {
        id,
        ...(marks.includes(ENTITY_MARKS.person) && { kind: 'person' }),
        ...(marks.includes(ENTITY_MARKS.central) && { central: true }),
        ...(marks.includes(ENTITY_MARKS.agency) && { agency: true }),
        aliases: aliases[index]!.map(aliasOf),
        others: others[index]!,
        cues: cues[index]!,
        traps: traps[index]!,
      };
    }),
    vocabulary: { affair, titles, courtesies, givenNames, determiners, ordinary },
  };
}

/** Hands out the lists of a packed text, one a call. */
export function linesOf(packed: string): () => string[] {
  const lines = packed.split('\n');
  let at = 0;
  return () => {
    const line = lines[at++];
    return line ? line.split('|') : [];
  };
}

function splitMarks(marked: string): [text: string, marks: string] {
  const text = marked.replace(/[@!#=?~%]+$/, '');
  return [text, marked.slice(text.length)];
}

function aliasOf(marked: string): Lexicon['entities'][number]['aliases'][number] {
  const [text, marks] = splitMarks(marked);
  const needs = (Object.keys(ALIAS_MARKS) as Alias['needs'][]).find(
    (need) => ALIAS_MARKS[need] && marks.includes(ALIAS_MARKS[need]),
  );
  return { text, needs: needs ?? 'affair', ...(marks.includes(MISTRANSLATED) && { kind: 'mistranslation' }) };
}
