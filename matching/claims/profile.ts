/** Claims and sentences as the things that can be compared: concepts, figures, speakers, polarity. */
import type { Claim, Concept, Entity } from '../../data/facts.ts';
import { foldText, spaceOut } from '../../data/fold.ts';
import { figuresOf } from './figures.ts';
import { goesOn, remembering, WordPatterns, type Pattern } from '../word-patterns.ts';
import { cuesOf, type Cues } from './cues.ts';
import { featuresOf, type TextFeatures } from './text-features.ts';
import type { Thesaurus } from './thesaurus.ts';

/** A claim as the matcher sees it; made when building. */
export interface ClaimProfile {
  id: string;
  /** Numbers of its concepts, in each of the wordings by which it is known. A sentence is compared with the wording that it is nearest to. */
  wordings: number[][];
  figures: number[];
  /** Entities that speak: the claimant, who relays it, who holds the claimant's office. */
  speakers: string[];
  about: string[];
  /** It says that something is not so. */
  negative: boolean;
  /** The claim is itself a denial, a withdrawal or a refusal to say. */
  denies: boolean;
}

/** What a sentence says, before it is compared. */
export interface SentenceProfile {
  /** Folded. */
  words: string[];
  language: string | null;
  concepts: Set<number>;
  features: TextFeatures;
  figures: Set<number>;
  cues: Cues;
}

/** Finds concepts in folded words, by the words of one language. */
export class ConceptFinder {
  readonly concepts: readonly Concept[];
  readonly #tables = new Map<string | null, (word: string) => readonly Pattern[]>();

  constructor(concepts: readonly Concept[]) {
    this.concepts = concepts;
  }

  /** @param language null where it is not known: then the words of all count. */
  find(words: readonly string[], language: string | null = null): Set<number> {
    const found = new Set<number>();
    const patternsOf = this.#tableOf(language);
    for (const [at, word] of words.entries())
      for (const pattern of patternsOf(word)) if (goesOn(pattern, (k) => words[at + k])) found.add(pattern.value);
    return found;
  }

  #tableOf(language: string | null): (word: string) => readonly Pattern[] {
    let table = this.#tables.get(language);
    if (!table) {
      const patterns = this.concepts.flatMap(({ words }, index) =>
        Object.entries(words)
          .filter(([of]) => language === null || of === language)
          .flatMap(([, list]) => list.map((word) => [spaceOut(word), index] as const)),
      );
      this.#tables.set(language, (table = remembering(new WordPatterns(patterns))));
    }
    return table;
  }
}

/** Profiles of all claims. `entities` tell who holds an office. */
export function profileClaims(
  claims: readonly Pick<
    Claim,
    'id' | 'statement' | 'claimant' | 'relayedBy' | 'about' | 'figures' | 'attitude' | 'polarity'
  >[],
  entities: readonly Pick<Entity, 'id' | 'holders'>[],
  finder: ConceptFinder,
): ClaimProfile[] {
  return claims.map(({ id, statement, claimant, relayedBy = [], about, figures, attitude, polarity }) => {
    const found = Object.entries(statement).map(([language, text]) => finder.find(foldText(text).split(' '), language));
    const holders = entities.find((entity) => entity.id === claimant)?.holders ?? [];
    return {
      id,
      wordings: found.map((set) => [...set]),
      figures: figures.map(({ value }) => value),
      speakers: [claimant, ...relayedBy, ...holders.flatMap(({ entity }) => entity ?? [])],
      about,
      negative: polarity === 'denies',
      denies: isDenial(attitude),
    };
  });
}

/** A claim that is itself a denial, a withdrawal or a refusal to say. */
function isDenial(attitude: Claim['attitude']): boolean {
  return attitude === 'denies' || attitude === 'retracts' || attitude === 'declines-to-say';
}

/** Reads sentences, and keeps what it read of the last ones: a sentence is context for three others. */
export class SentenceReader {
  readonly #finder: ConceptFinder;
  readonly #thesaurus: Thesaurus;

  constructor(finder: ConceptFinder, thesaurus: Thesaurus) {
    this.#finder = finder;
    this.#thesaurus = thesaurus;
  }

  /** @param language null where it cannot be told */
  read(sentence: string, language: string | null): SentenceProfile {
    const text = sentence.slice(0, mostRead);
    const words = foldText(text).split(' ').slice(0, mostWords);
    const concepts = this.#finder.find(words, language);
    return {
      words,
      language,
      concepts,
      features: featuresOf(text, words, concepts, this.#thesaurus.find(words, language)),
      figures: figuresOf(text, words),
      cues: cuesOf(text, words, language),
    };
  }
}

/** A longer "sentence" is a table or a list; its beginning tells what it is about. */
const mostWords = 120;
const mostRead = 1_000;
