/**
 * What the words around a candidate say: cues and traps of its entity, the affair's vocabulary, offices in front of a surname.
 * Computed once for each block that holds a candidate.
 */
import type { Lexicon } from '../../data/facts.ts';
import type { Candidate } from './detect.ts';
import type { Meanings, Word } from './dictionary.ts';
import { goesOn, WordPatterns } from '../word-patterns.ts';

/** The lexicon's words in a form that can be looked up. */
export interface Vocabularies {
  /** All words that say something, each value the number of a meaning. */
  words: WordPatterns;
  /** What they say: of the affair (weights 1 to 3), or of an entity (1 for a cue, -1 for a trap). */
  meanings: readonly Meaning[];
  titles: WordPatterns;
  /** Mr, Madame, Herr: say nothing of who is meant, but are no given names. */
  courtesies: ReadonlySet<string>;
  givenNames: ReadonlySet<string>;
  /** Articles and possessives: what follows them is a noun, though German writes it with a capital. */
  determiners: ReadonlySet<string>;
}

interface Meaning {
  /** Index of the entity, or `AFFAIR`. */
  entity: number;
  value: number;
}

const AFFAIR = -1;
/** A word of the affair of this weight speaks for it by itself. */
export const DECISIVE = 2;

export function vocabulariesOf({ vocabulary, entities }: Lexicon): Vocabularies {
  const patterns: [word: string, meaning: Meaning][] = [
    ...vocabulary.affair.flatMap(({ words, weight }) =>
      words.map((word) => [word, { entity: AFFAIR, value: weight }] as [string, Meaning]),
    ),
    ...entities.flatMap(({ cues, traps }, entity) => [
      ...cues.map((word) => [word, { entity, value: 1 }] as [string, Meaning]),
      ...traps.map((word) => [word, { entity, value: -1 }] as [string, Meaning]),
    ]),
  ];
  return {
    words: new WordPatterns(patterns.map(([word], index) => [word, index])),
    meanings: patterns.map(([, meaning]) => meaning),
    titles: new WordPatterns(vocabulary.titles.map((title) => [title, 1])),
    courtesies: new Set(vocabulary.courtesies),
    givenNames: new Set(vocabulary.givenNames),
    determiners: new Set(vocabulary.determiners),
  };
}

const isDecisive = ({ entity, value }: Meaning): boolean => entity === AFFAIR && value >= DECISIVE;

/** A word that speaks for or against, by its place among the block's words. */
export interface Hint {
  from: number;
  to: number;
  /** Weight of a word of the affair; 1 for a cue, -1 for a trap. */
  value: number;
  text: string;
}

/** The words of a block and what they say. */
export interface Surroundings {
  words: readonly Word[];
  /** Affair vocabulary, with weights. */
  affair: Hint[];
  /** Hints for each entity that has a candidate here, by its index. */
  hints: Map<number, Hint[]>;
}

export function surroundingsOf(
  words: readonly Word[],
  candidates: readonly Candidate[],
  { meanings }: Vocabularies,
): Surroundings {
  const affair: Hint[] = [];
  const hints = new Map<number, Hint[]>();
  for (const {
    form: { entity },
  } of candidates)
    if (entity >= 0) hints.set(entity, []);
  for (let from = 0; from < words.length; from++) {
    for (const pattern of words[from]!.patterns) {
      const to = from + pattern.words.length;
      if (!goesOn(pattern, (k) => words[from + k]?.text)) continue;
      const { entity, value } = meanings[pattern.value]!;
      const list = entity === AFFAIR ? affair : hints.get(entity);
      list?.push({
        from,
        to,
        value,
        text:
          to - from === 1
            ? words[from]!.text
            : words
                .slice(from, to)
                .map(({ text }) => text)
                .join(' '),
      });
    }
  }
  return { words, affair, hints };
}

/** What a folded word says, for the dictionary. */
export function meaningsOf(text: string, { words, meanings }: Vocabularies): Meanings {
  const patterns = words.startingWith(text);
  return { patterns, decisive: patterns.some(({ value }) => isDecisive(meanings[value]!)) };
}
