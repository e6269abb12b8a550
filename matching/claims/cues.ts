/** Words by which a sentence says no, corrects or only supposes, counted in its own language. */
import cueWords from '../../data/cues.json' with { type: 'json' };
import { goesOn, remembering, WordPatterns, type Pattern } from '../word-patterns.ts';

export type Cues = Record<keyof typeof cueWords, number> & {
  question: boolean;
  /** The first word says no or yes. */
  replies: boolean;
};

const names = Object.keys(cueWords) as (keyof typeof cueWords)[];
const tables = new Map<string | null, (word: string) => readonly Pattern[]>();

function tableOf(language: string | null): (word: string) => readonly Pattern[] {
  let table = tables.get(language);
  if (!table) {
    const patterns = names.flatMap((name, index) =>
      Object.entries(cueWords[name])
        .filter(([of]) => language === null || of === language)
        .flatMap(([, words]) => words.map((word) => [word, index] as const)),
    );
    tables.set(language, (table = remembering(new WordPatterns(patterns))));
  }
  return table;
}

const reply = new Set(
  'no nein non nee nej nao niet nie yes oui ja si sim doch mais but aber pero ma maar mas au im'.split(' '),
);

export function cuesOf(text: string, words: readonly string[], language: string | null): Cues {
  const table = tableOf(language);
  const counts = names.map(() => 0);
  for (const [at, word] of words.entries())
    for (const pattern of table(word)) if (goesOn(pattern, (k) => words[at + k])) counts[pattern.value]!++;
  return {
    ...(Object.fromEntries(names.map((name, index) => [name, counts[index]!])) as Record<
      keyof typeof cueWords,
      number
    >),
    question: /[?؟]\s*["'»”’)]*$/.test(text.trim()),
    replies: reply.has(words[0] ?? ''),
  };
}
