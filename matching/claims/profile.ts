/** Claims and sentences as the things that can be compared: concepts, figures, speakers, polarity. */
import { ATTITUDES } from '../../data/attitudes.ts';
import type { Claim, Concept, Entity } from '../../data/facts.ts';
import { foldText, spaceOut } from '../../data/fold.ts';
import { figuresOf } from './figures.ts';
import { goesOn, WordPatterns, type Pattern } from '../word-patterns.ts';

/** A claim as the matcher sees it; made when building. */
export interface ClaimProfile {
  id: string;
  /** Numbers of its concepts, in each of the wordings by which it is known. A sentence is compared with the wording that it is nearest to. */
  wordings: number[][];
  figures: number[];
  /** Entities that speak: the claimant, who relays it, who holds the claimant's office. */
  speakers: string[];
  about: string[];
  negated: boolean;
  /** The claim is itself a denial, a withdrawal or a refusal to say. */
  denies: boolean;
}

/** What a sentence says, before it is compared. */
export interface SentenceProfile {
  concepts: Set<number>;
  figures: Set<number>;
  /** Entities named in the sentence, and in what precedes it in its block. */
  named: Set<string>;
  near: Set<string>;
  negated: boolean;
  /** It holds a word by which somebody disputes something. */
  denies: boolean;
}

const memory = 20_000;

/** Finds concepts in folded words. */
export class ConceptFinder {
  readonly concepts: readonly Concept[];
  readonly #patterns: WordPatterns;
  readonly #known = new Map<string, readonly Pattern[]>();

  constructor(concepts: readonly Concept[]) {
    this.concepts = concepts;
    this.#patterns = new WordPatterns(
      concepts.flatMap(({ words }, index) =>
        Object.values(words)
          .flat()
          .map((word) => [spaceOut(word), index] as const),
      ),
    );
  }

  find(words: readonly string[]): Set<number> {
    const found = new Set<number>();
    for (const [at, word] of words.entries()) {
      for (const pattern of this.#startingWith(word))
        if (goesOn(pattern, (k) => words[at + k])) found.add(pattern.value);
    }
    return found;
  }

  /** Texts repeat their words: each is looked up once. */
  #startingWith(word: string): readonly Pattern[] {
    let patterns = this.#known.get(word);
    if (!patterns) {
      if (this.#known.size >= memory) this.#known.clear();
      this.#known.set(word, (patterns = this.#patterns.startingWith(word)));
    }
    return patterns;
  }

  has(found: Set<number>, kind: Concept['kind']): boolean {
    for (const index of found) if (this.concepts[index]!.kind === kind) return true;
    return false;
  }
}

/** Profiles of all claims. `entities` tell who holds an office. */
export function profileClaims(
  claims: readonly Pick<Claim, 'id' | 'statement' | 'claimant' | 'relayedBy' | 'about' | 'figures' | 'attitude'>[],
  entities: readonly Pick<Entity, 'id' | 'holders'>[],
  finder: ConceptFinder,
): ClaimProfile[] {
  return claims.map(({ id, statement, claimant, relayedBy = [], about, figures, attitude }) => {
    const texts = Object.values(statement);
    const found = texts.map((text) => finder.find(foldText(text).split(' ')));
    const holders = entities.find((entity) => entity.id === claimant)?.holders ?? [];
    return {
      id,
      wordings: found.map((set) => [...set]),
      figures: figures.map(({ value }) => value),
      speakers: [claimant, ...relayedBy, ...holders.flatMap(({ entity }) => entity ?? [])],
      about,
      negated: attitude === 'denies' || found.filter((set) => finder.has(set, 'negation')).length > 1,
      denies: isDenial(attitude) || found.some((set) => finder.has(set, 'denial')),
    };
  });
}

/** A claim that is itself a denial, a withdrawal or a refusal to say. */
export function isDenial(attitude: Claim['attitude']): boolean {
  return ATTITUDES[attitude].isDenial;
}

/** The profile of a sentence, from its text and its folded words. */
export function profileSentence(
  text: string,
  words: readonly string[],
  named: Set<string>,
  near: Set<string>,
  finder: ConceptFinder,
): SentenceProfile {
  const concepts = finder.find(words);
  return {
    concepts,
    figures: figuresOf(text, words),
    named,
    near,
    negated: finder.has(concepts, 'negation'),
    denies: finder.has(concepts, 'denial'),
  };
}
