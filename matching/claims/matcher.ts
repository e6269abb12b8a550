import { ConceptFinder, profileSentence } from './profile.ts';
import { foldText } from '../../data/fold.ts';
import type { ClaimKnowledge } from './knowledge.ts';
import type { SentenceProfile } from './profile.ts';
import { ClaimIndex, FEATURES, STANCE_FEATURES, stanceFeatures } from './score.ts';
import type { ClaimFeatures } from './score.ts';
import type { ClaimMatch } from '../model.ts';
import type { Passage } from './passages.ts';
import { sentencesOf } from '../sentences.ts';
import type { Span } from '../sentences.ts';

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

  constructor({ profiles, concepts, weights }: ClaimKnowledge) {
    this.#finder = new ConceptFinder(concepts);
    this.#index = new ClaimIndex(profiles, concepts);
    this.#weights = weights;
  }

  /** The matches of a passage's sentences. `answered`: the matches of the sentence before it, which its first one may answer. */
  match(passage: Passage, answered: readonly ClaimMatch[]): ClaimMatch[] {
    const { text } = passage;
    let last = answered;
    return sentencesOf(text).flatMap((sentence) => {
      last = this.#judge(
        this.profile(passage, sentence),
        text.slice(sentence.start, sentence.end),
        sentence,
        new Set(last.map(({ claim }) => claim)),
      );
      return last;
    });
  }

  /** What a sentence of a passage says. */
  profile({ text, mentions, before }: Passage, sentence: Span): SentenceProfile {
    const named = new Set<string>();
    const near = new Set(before);
    for (const { start, end, entity } of mentions) {
      if (start < sentence.end) (end > sentence.start ? named : near).add(entity);
    }
    const said = text.slice(sentence.start, sentence.end);
    return profileSentence(said, foldText(said).split(' '), named, near, this.#finder);
  }

  /** All claims that share something with a sentence, for fitting. */
  compare(profile: SentenceProfile): Comparison[] {
    return this.#index
      .compare(profile)
      .map(({ claim, features }) => ({ claim: this.#index.claims[claim]!.id, features }));
  }

  #judge(profile: SentenceProfile, text: string, { start, end }: Span, answered: ReadonlySet<string>): ClaimMatch[] {
    const { match, threshold, furtherThreshold } = this.#weights;
    const judged = this.compare(profile).map(({ claim, features }) => {
      const answers = answered.has(claim) && contradicts(features);
      const sum =
        weigh(
          match,
          FEATURES.map((name) => features[name]),
        ) + (answers ? answerBonus : 0);
      return { claim, disputes: answers || this.#disputes(features), confidence: logistic(sum) };
    });
    return judged
      .filter(({ confidence }) => confidence >= threshold)
      .toSorted((a, b) => b.confidence - a.confidence)
      .slice(0, mostMatches)
      .filter(({ confidence }, rank) => rank === 0 || confidence >= furtherThreshold)
      .map(({ claim, disputes, confidence }) => ({
        start,
        end,
        text,
        claim,
        stance: disputes ? 'disputes' : 'restates',
        confidence: Math.round(confidence * 100) / 100,
        stanceConfidence: 1,
      }));
  }

  #disputes(features: ClaimFeatures): boolean {
    const values = stanceFeatures(features);
    return (
      logistic(
        weigh(
          this.#weights.stance,
          STANCE_FEATURES.map((name) => values[name]),
        ),
      ) >= this.#weights.disputeThreshold
    );
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
