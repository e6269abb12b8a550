/**
 * What the words around a candidate say: cues and traps of its entity, the affair's vocabulary, offices in front of a surname.
 * Computed once for each block that holds a candidate.
 */
import type { Lexicon } from '../data/facts.ts';
import type { Candidate } from './detect.ts';
import { foldSpan, hashOf, HEAD } from './tokens.ts';
import type { Tokens } from './tokens.ts';
import { WordPatterns } from './word-patterns.ts';
import type { PatternHit } from './word-patterns.ts';

/** The lexicon's words in a form that can be looked up. */
export interface Vocabularies {
  /** Values are weights, 1 to 3. */
  affair: WordPatterns;
  /** Heads of all words of weight 2 and more, to pass over blocks without any. */
  affairHeads: Set<number>;
  titles: WordPatterns;
  /** Mr, Madame, Herr: say nothing of who is meant, but are no given names. */
  courtesies: ReadonlySet<string>;
  givenNames: ReadonlySet<string>;
  /** Articles and possessives: what follows them is a noun, though German writes it with a capital. */
  determiners: ReadonlySet<string>;
  /** For each entity: cues with value 1, traps with value -1. */
  surroundings: WordPatterns[];
}

export function vocabulariesOf({ vocabulary, entities }: Lexicon): Vocabularies {
  const affair = vocabulary.affair.flatMap(({ words, weight }) => words.map((word) => [word, weight] as const));
  return {
    affair: new WordPatterns(affair),
    affairHeads: new Set(affair.filter(([, weight]) => weight > 1).map(([word]) => hashOf(word.replace(/[*\s].*$/, '').slice(0, HEAD)))),
    titles: new WordPatterns(vocabulary.titles.map((title) => [title, 1] as const)),
    courtesies: new Set(vocabulary.courtesies),
    givenNames: new Set(vocabulary.givenNames),
    determiners: new Set(vocabulary.determiners),
    surroundings: entities.map(({ cues, traps }) =>
      new WordPatterns([...cues.map((word) => [word, 1] as const), ...traps.map((word) => [word, -1] as const)])),
  };
}

/** A word that speaks for or against, by its place among the block's words. */
export interface Hint extends PatternHit {
  text: string;
}

/** The words of a block and what they say. */
export interface Surroundings {
  /** Folded words. */
  words: string[];
  /** Affair vocabulary, with weights. */
  affair: Hint[];
  /** Hints for each entity that has a candidate here, by its index. */
  hints: Map<number, Hint[]>;
}

export function surroundingsOf(tokens: Tokens, candidates: readonly Candidate[], vocabularies: Vocabularies): Surroundings {
  const words: string[] = [];
  for (let i = 0; i < tokens.count; i++) words.push(foldSpan(tokens.text, tokens.starts[i]!, tokens.ends[i]!));
  const hints = new Map<number, Hint[]>();
  for (const { form: { entity } } of candidates) {
    if (entity >= 0 && !hints.has(entity)) hints.set(entity, named(vocabularies.surroundings[entity]!.find(words), words));
  }
  return { words, affair: named(vocabularies.affair.find(words), words), hints };
}

function named(hits: PatternHit[], words: string[]): Hint[] {
  return hits.map((hit) => ({ ...hit, text: words.slice(hit.from, hit.to).join(' ') }));
}

/** Whether a block may hold a decisive word of the affair: asked of blocks without candidates, without making strings. */
export function mayHoldVocabulary(tokens: Tokens, { affairHeads }: Vocabularies): boolean {
  for (let i = 0; i < tokens.count; i++) if (affairHeads.has(tokens.heads[i]!)) return true;
  return false;
}
