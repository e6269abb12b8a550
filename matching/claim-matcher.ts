import { ConceptFinder, profileSentence } from './claim-profile.ts';
import type { Concept } from '../data/facts.ts';
import type { ClaimProfile, SentenceProfile } from './claim-profile.ts';
import { ClaimIndex, FEATURES, STANCE_FEATURES, stanceFeatures } from './claim-score.ts';
import type { ClaimFeatures } from './claim-score.ts';
import type { ClaimMatch, Mention } from './model.ts';
import type { Detail, ReadBlock } from './scan.ts';
import type { Span } from './sentences.ts';

/** What `npm run fit` writes to `data/weights.json`: in the order of `FEATURES` and `STANCE_FEATURES`. */
export interface ClaimWeights {
  match: number[];
  stance: number[];
  /** From this probability on the surest claim of a sentence is a match. */
  threshold: number;
  /** And from this one on, further claims of the same sentence. */
  furtherThreshold: number;
  /** From this probability on the sentence disputes the claim. */
  disputeThreshold: number;
}

/** A pair that is worth a judgement. */
export interface Comparison {
  claim: string;
  features: ClaimFeatures;
}

const mostMatches = 3;
/** How much likelier (in log odds) a sentence is about the claim that it answers. Too few labelled pairs of sentences to fit it. */
const answerBonus = 3;

/** Ties sentences to claims. */
export class ClaimMatcher {
  readonly #finder: ConceptFinder;
  readonly #index: ClaimIndex;
  readonly #weights: ClaimWeights;
  readonly #judged = new WeakMap<Detail, { circumstances: string; matches: ClaimMatch[] }>();

  constructor(claims: readonly ClaimProfile[], concepts: readonly Concept[], weights: ClaimWeights) {
    this.#finder = new ConceptFinder(concepts);
    this.#index = new ClaimIndex(claims, concepts);
    this.#weights = weights;
  }

  /**
   * The matches of a block's sentences. `before`: entities named in the block before; `answered`: the matches of its last sentence,
   * which the first one here may answer.
   */
  match({ text, detail }: ReadBlock, mentions: readonly Mention[], before: ReadonlySet<string>, answered: readonly ClaimMatch[]): ClaimMatch[] {
    if (!detail) return [];
    // Linking weighs the whole page at each change; a block whose surroundings stayed the same keeps its matches
    const circumstances = JSON.stringify([mentions.map(({ start, entity }) => [start, entity]), [...before], answered.map(({ claim }) => claim)]);
    const known = this.#judged.get(detail);
    if (known?.circumstances === circumstances) return known.matches;
    let last = answered;
    const matches = detail.sentences.flatMap((sentence) => {
      const profile = this.profile(detail, sentence, mentions, before);
      last = this.#judge(profile, text.slice(sentence.start, sentence.end), sentence, new Set(last.map(({ claim }) => claim)));
      return last;
    });
    this.#judged.set(detail, { circumstances, matches });
    return matches;
  }

  /** What a sentence says. */
  profile(detail: Detail, sentence: Span, mentions: readonly Mention[], before: ReadonlySet<string>): SentenceProfile {
    const named = new Set<string>();
    const near = new Set(before);
    for (const { start, end, entity } of mentions) {
      if (start < sentence.end) (end > sentence.start ? named : near).add(entity);
    }
    const words = detail.words.filter((_, i) => detail.starts[i]! >= sentence.start && detail.starts[i]! < sentence.end);
    return profileSentence(detail.text.slice(sentence.start, sentence.end), words, named, near, this.#finder);
  }

  /** All claims that share something with a sentence, for fitting. */
  compare(profile: SentenceProfile): Comparison[] {
    return this.#index.compare(profile).map(({ claim, features }) => ({ claim: this.#index.claims[claim]!.id, features }));
  }

  #judge(profile: SentenceProfile, text: string, { start, end }: Span, answered: ReadonlySet<string>): ClaimMatch[] {
    const { match, threshold, furtherThreshold } = this.#weights;
    const judged = this.compare(profile).map(({ claim, features }) => {
      const answers = answered.has(claim) && contradicts(features);
      const sum = weigh(match, FEATURES.map((name) => features[name])) + (answers ? answerBonus : 0);
      return { claim, disputes: answers || this.#disputes(features), confidence: logistic(sum) };
    });
    return judged
      .filter(({ confidence }) => confidence >= threshold)
      .toSorted((a, b) => b.confidence - a.confidence)
      .slice(0, mostMatches)
      .filter(({ confidence }, rank) => rank === 0 || confidence >= furtherThreshold)
      .map(({ claim, disputes, confidence }) => ({
        start, end, text, claim, stance: disputes ? 'disputes' : 'restates', confidence: Math.round(confidence * 100) / 100,
      }));
  }

  #disputes(features: ClaimFeatures): boolean {
    const values = stanceFeatures(features);
    return logistic(weigh(this.#weights.stance, STANCE_FEATURES.map((name) => values[name]))) >= this.#weights.disputeThreshold;
  }
}

/** A sentence that says no, or gives another figure, right after the claim that it may answer: "An accountant counts only five." */
function contradicts({ denial, figuresDiffer, negationDiffers }: ClaimFeatures): boolean {
  return denial + figuresDiffer + negationDiffers > 0;
}

function weigh(weights: readonly number[], features: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i]! * features[i]!;
  return sum;
}

function logistic(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}
