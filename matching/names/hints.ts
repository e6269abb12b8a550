/**
 * What the words around a candidate say: cues and traps of its entity, the affair's vocabulary, offices in front of a surname.
 * Computed once for each block that holds a candidate.
 */
import type { Lexicon } from '../../data/facts.ts';
import { foldLetters } from '../../data/fold.ts';
import type { Candidate } from './detect.ts';
import type { Meanings, Word } from './dictionary.ts';
import { goesOn, WordPatterns } from '../word-patterns.ts';

/** The lexicon's words in a form that can be looked up. */
export interface Vocabularies {
  /** All words that say something, each value the number of a meaning. */
  words: WordPatterns;
  /** What they say: of the affair (weights 1 to 3), or of an entity (1 for a cue, -1 for a trap). */
  meanings: readonly Meaning[];
  /** Of each meaning, what it says of the page's subject. */
  subjects: readonly (SubjectWord | null)[];
  /** Central names in capitals, folded: none is an abbreviation of words. */
  acronyms: readonly string[];
  titles: WordPatterns;
  /** Mr, Madame, Herr: say nothing of who is meant, but are no given names. */
  courtesies: ReadonlySet<string>;
  givenNames: ReadonlySet<string>;
  /** Articles and possessives: what follows them is a noun, though German writes it with a capital. */
  determiners: ReadonlySet<string>;
}

interface Meaning {
  /** Index of the entity, `AFFAIR` or `RIVALS`. */
  entity: number;
  value: number;
}

/** A word of the affair, a trap of a central name, or a name of other spyware: it tells what a page speaks of, also where no name stands near. */
export interface SubjectWord {
  /** As the data writes it. */
  word: string;
  /** Weight of a word of the affair; -1 for a trap, 0 for other spyware. */
  value: number;
}

const AFFAIR = -1;
const RIVALS = -2;
/** A word of the affair of this weight speaks for it by itself. */
export const DECISIVE = 2;

export function vocabulariesOf({ vocabulary, entities }: Lexicon): Vocabularies {
  const patterns: [word: string, meaning: Meaning][] = [
    ...vocabulary.affair.flatMap(({ words, weight }) =>
      words.map((word) => [word, { entity: AFFAIR, value: weight }] as [string, Meaning]),
    ),
    ...vocabulary.rivals.map((word) => [word, { entity: RIVALS, value: 0 }] as [string, Meaning]),
    ...entities.flatMap(({ cues, traps }, entity) => [
      ...cues.map((word) => [word, { entity, value: 1 }] as [string, Meaning]),
      ...traps.map((word) => [word, { entity, value: -1 }] as [string, Meaning]),
    ]),
  ];
  return {
    words: new WordPatterns(patterns.map(([word], index) => [word, index])),
    meanings: patterns.map(([, meaning]) => meaning),
    subjects: patterns.map(([word, { entity, value }]) =>
      entity < 0 || (value < 0 && entities[entity]!.central) ? { word, value } : null,
    ),
    acronyms: acronymsOf(entities),
    titles: new WordPatterns(vocabulary.titles.map((title) => [title, 1])),
    courtesies: new Set(vocabulary.courtesies),
    givenNames: new Set(vocabulary.givenNames),
    determiners: new Set(vocabulary.determiners),
  };
}

function acronymsOf(entities: Lexicon['entities']): string[] {
  const names = entities.flatMap(({ central, aliases }) => (central ? aliases.map(({ text }) => text) : []));
  return [...new Set(names.filter((name) => /^\p{Lu}{3,4}$/u.test(name)).map(foldLetters))];
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

/** What a block says of the page's subject, each word once. */
export function subjectWordsOf(words: readonly Word[], { subjects }: Vocabularies): SubjectWord[] {
  const found = new Map<string, SubjectWord>();
  for (let from = 0; from < words.length; from++) {
    for (const pattern of words[from]!.patterns) {
      const subject = subjects[pattern.value];
      if (subject && goesOn(pattern, (k) => words[from + k]?.text)) found.set(subject.word, subject);
    }
  }
  return found.values().toArray();
}

/** What a folded word says, for the dictionary. */
export function meaningsOf(text: string, { words, meanings }: Vocabularies): Meanings {
  const patterns = words.startingWith(text);
  return { patterns, decisive: patterns.some(({ value }) => isDecisive(meanings[value]!)) };
}
