import type { Concept } from '../../data/facts.ts';
import type { ClaimProfile, SentenceProfile } from './profile.ts';

/** What is compared, in the order of the weights that `npm run fit` writes. */
export const FEATURES = [
  'bias',
  'coverage',
  'meanCoverage',
  'precision',
  'overlap',
  'shared',
  'acts',
  'things',
  'keys',
  'best',
  'figuresAgree',
  'figuresMissing',
  'figuresDiffer',
  'speakerNamed',
  'speakerNear',
  'about',
  'strangers',
  'nameless',
  'negationDiffers',
  'denial',
] as const;

export type ClaimFeatures = Record<(typeof FEATURES)[number], number>;

/** And what decides between restating and disputing. */
export const STANCE_FEATURES = [
  'bias',
  'denial',
  'negationDiffers',
  'figuresDiffer',
  'strangers',
  'speakerNamed',
  'coverage',
  'precision',
  'denialAndNegation',
] as const;

export function stanceFeatures(features: ClaimFeatures): Record<(typeof STANCE_FEATURES)[number], number> {
  return { ...features, denialAndNegation: features.denial * features.negationDiffers };
}

/** Concepts of these kinds tie a sentence to a claim. */
const content: ReadonlySet<Concept['kind']> = new Set(['act', 'thing', 'who', 'how', 'when']);

/** So many of its rarest concepts are what a claim is about. */
const keyConcepts = 3;
/** Sharing less than this (in units of inverse document frequency) is no comparison. */
const leastShared = 2;

interface Wording {
  concepts: ReadonlySet<number>;
  total: Sums;
}

interface IndexedClaim extends ClaimProfile {
  sets: Wording[];
  keys: number[];
  all: ReadonlySet<number>;
}

type Sums = Record<'all' | 'act' | 'thing', number>;

/** Claims with what their comparison needs: the rarity of each concept among the claims, and the claims by concept. */
export class ClaimIndex {
  readonly claims: readonly IndexedClaim[];
  readonly #kinds: readonly Concept['kind'][];
  /** Inverse document frequency by concept. */
  readonly #rarity: Float32Array;
  readonly #holding: number[][];

  constructor(claims: readonly ClaimProfile[], concepts: readonly Concept[]) {
    this.#kinds = concepts.map(({ kind }) => kind);
    this.#holding = concepts.map(() => []);
    claims.forEach(({ wordings }, index) => {
      for (const concept of new Set(wordings.flat()))
        if (content.has(this.#kinds[concept]!)) this.#holding[concept]!.push(index);
    });
    this.#rarity = Float32Array.from(this.#holding, (list) => Math.log((claims.length + 1) / (list.length + 0.5)));
    this.claims = claims.map((claim) => {
      const counts = new Map<number, number>();
      for (const wording of claim.wordings)
        for (const concept of wording) counts.set(concept, (counts.get(concept) ?? 0) + 1);
      const common = [...counts]
        .filter(([concept, count]) => count > 1 && content.has(this.#kinds[concept]!))
        .map(([concept]) => concept);
      return {
        ...claim,
        sets: claim.wordings.map((wording) => ({ concepts: new Set(wording), total: this.#sum(wording) })),
        keys: common.toSorted((a, b) => this.#rarity[b]! - this.#rarity[a]!).slice(0, keyConcepts),
        all: new Set(counts.keys()),
      };
    });
  }

  #sum(concepts: Iterable<number>): Sums {
    const sum: Sums = { all: 0, act: 0, thing: 0 };
    for (const concept of concepts) {
      const kind = this.#kinds[concept]!;
      if (!content.has(kind)) continue;
      const value = this.#rarity[concept]!;
      sum.all += value;
      if (kind === 'act' || kind === 'thing') sum[kind] += value;
    }
    return sum;
  }

  /** Claims that share anything rare enough with the sentence, with the features of each pair. */
  compare(sentence: SentenceProfile): { claim: number; features: ClaimFeatures }[] {
    const seen = new Set<number>();
    for (const concept of sentence.concepts) for (const claim of this.#holding[concept] ?? []) seen.add(claim);
    const pairs = [...seen].flatMap((claim) => {
      const shared = this.#sum([...sentence.concepts].filter((concept) => this.claims[claim]!.all.has(concept)));
      return shared.all < leastShared ? [] : [{ claim, shared }];
    });
    const most = Math.max(0, ...pairs.map(({ shared }) => shared.all));
    const own = this.#sum(sentence.concepts);
    return pairs.map(({ claim, shared }) => ({
      claim,
      features: this.#features(sentence, this.claims[claim]!, shared, own, most),
    }));
  }

  #features(sentence: SentenceProfile, claim: IndexedClaim, shared: Sums, own: Sums, most: number): ClaimFeatures {
    let coverage = 0;
    let meanCoverage = 0;
    let acts = 0;
    let things = 0;
    let overlap = 0;
    for (const { concepts, total } of claim.sets) {
      const common = this.#sum([...sentence.concepts].filter((concept) => concepts.has(concept)));
      const covered = common.all / (total.all || 1);
      meanCoverage += covered / claim.sets.length;
      coverage = Math.max(coverage, covered);
      acts = Math.max(acts, total.act > 0 ? common.act / total.act : 0.5);
      things = Math.max(things, total.thing > 0 ? common.thing / total.thing : 0.5);
      overlap = Math.max(overlap, (2 * common.all) / (total.all + own.all));
    }
    const agree = claim.figures.filter((value) => sentence.figures.has(value)).length;
    const counts = claim.figures.length > 0;
    const keys = claim.keys.filter((concept) => sentence.concepts.has(concept)).length / (claim.keys.length || 1);
    const ours = new Set([...claim.speakers, ...claim.about]);
    let strangers = 0;
    for (const name of sentence.named) if (!ours.has(name)) strangers++;
    const speakerNamed = claim.speakers.some((name) => sentence.named.has(name));
    const about = claim.about.filter((name) => sentence.named.has(name) || sentence.near.has(name)).length;
    return {
      bias: 1,
      coverage,
      meanCoverage,
      precision: shared.all / (own.all || 1),
      overlap,
      shared: Math.log1p(shared.all) / 3,
      acts,
      things,
      keys,
      best: shared.all / most,
      // A figure ties a sentence to a claim as far as it counts the same things
      figuresAgree: counts ? (agree / claim.figures.length) * (0.5 + keys / 2) : 0,
      figuresMissing: counts && agree === 0 && sentence.figures.size === 0 ? 1 : 0,
      figuresDiffer: counts && agree === 0 && sentence.figures.size > 0 ? 1 : 0,
      speakerNamed: speakerNamed ? 1 : 0,
      speakerNear: !speakerNamed && claim.speakers.some((name) => sentence.near.has(name)) ? 1 : 0,
      about: about / claim.about.length,
      strangers: Math.min(strangers, 3) / 3,
      nameless: sentence.named.size === 0 ? 1 : 0,
      negationDiffers: sentence.negated === claim.negated ? 0 : 1,
      denial: sentence.denies && !claim.denies ? 1 : 0,
    };
  }
}
