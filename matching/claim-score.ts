import type { ClaimProfile, Concept, SentenceProfile } from './claim-profile.ts';

/** What is compared, in the order of the weights that `npm run fit` writes. */
export const FEATURES = [
  'bias', 'coverage', 'precision', 'shared', 'acts', 'things', 'who', 'best', 'figuresAgree', 'figuresMissing', 'figuresDiffer',
  'speakerNamed', 'speakerNear', 'about', 'strangers', 'negationDiffers', 'denial', 'coverageSquared', 'actsAndThings', 'sentenceLong',
] as const;

/** And what decides between restating and disputing. */
export const STANCE_FEATURES = [
  'bias', 'denial', 'negationDiffers', 'figuresDiffer', 'strangers', 'speakerNamed', 'coverage', 'precision', 'denialAndStranger',
] as const;

/** Concepts of these kinds tie a sentence to a claim. */
const content: ReadonlySet<Concept['kind']> = new Set(['act', 'thing', 'who', 'how', 'when']);

type Sums = Record<'all' | 'acts' | 'things' | 'who', number>;

/** Claims with what their comparison needs: rarity of each concept among the claims, and the claims by concept. */
export class ClaimIndex {
  readonly claims: readonly ClaimProfile[];
  readonly #kinds: readonly Concept['kind'][];
  /** Inverse document frequency by concept. */
  readonly #rarity: Float32Array;
  readonly #holding: number[][];
  readonly #totals: Sums[];

  constructor(claims: readonly ClaimProfile[], concepts: readonly Concept[]) {
    this.claims = claims;
    this.#kinds = concepts.map(({ kind }) => kind);
    this.#holding = concepts.map(() => []);
    claims.forEach((claim, index) => claim.concepts.forEach(([concept]) => this.#holding[concept]!.push(index)));
    this.#rarity = Float32Array.from(this.#holding, (list) => Math.log((claims.length + 1) / (list.length + 0.5)));
    this.#totals = claims.map((claim) => this.#sum(claim.concepts));
  }

  #sum(concepts: Iterable<readonly [concept: number, weight: number]>): Sums {
    const sum = { all: 0, acts: 0, things: 0, who: 0 };
    for (const [concept, weight] of concepts) {
      const kind = this.#kinds[concept]!;
      if (!content.has(kind)) continue;
      const value = weight * this.#rarity[concept]!;
      sum.all += value;
      if (kind === 'act') sum.acts += value;
      else if (kind === 'thing') sum.things += value;
      else if (kind === 'who') sum.who += value;
    }
    return sum;
  }

  /** Claims that share anything rare enough with the sentence, with the features of each pair. */
  compare(sentence: SentenceProfile): { claim: number; features: Record<(typeof FEATURES)[number], number> }[] {
    const shared = new Map<number, [number, number][]>();
    const seen = new Set<number>();
    for (const concept of sentence.concepts) {
      if (!content.has(this.#kinds[concept]!)) continue;
      for (const claim of this.#holding[concept]!) seen.add(claim);
    }
    let best = 0;
    const sums = new Map<number, Sums>();
    for (const claim of seen) {
      const common = this.claims[claim]!.concepts.filter(([concept]) => sentence.concepts.has(concept));
      shared.set(claim, common);
      const sum = this.#sum(common);
      if (sum.all < 2) continue;
      sums.set(claim, sum);
      best = Math.max(best, sum.all);
    }
    const own = this.#sum([...sentence.concepts].map((concept) => [concept, 1] as const)).all;
    return [...sums].map(([claim, sum]) => ({ claim, features: this.#features(sentence, claim, sum, own, best) }));
  }

  #features(
    sentence: SentenceProfile, index: number, sum: Sums, own: number, best: number,
  ): Record<(typeof FEATURES)[number], number> {
    const claim = this.claims[index]!;
    const total = this.#totals[index]!;
    const coverage = sum.all / (total.all || 1);
    const part = (value: number, of: number): number => (of > 0 ? value / of : 0.5);
    const acts = part(sum.acts, total.acts);
    const things = part(sum.things, total.things);
    const agree = claim.figures.filter((value) => sentence.figures.has(value)).length;
    const figures = claim.figures.length > 0;
    const ours = new Set([...claim.speakers, ...claim.about]);
    let strangers = 0;
    for (const name of sentence.named) if (!ours.has(name)) strangers++;
    const speakerNamed = claim.speakers.some((name) => sentence.named.has(name));
    const about = claim.about.filter((name) => sentence.named.has(name) || sentence.near.has(name)).length;
    return {
      bias: 1,
      coverage,
      precision: sum.all / (own || 1),
      shared: Math.log1p(sum.all) / 3,
      acts,
      things,
      who: part(sum.who, total.who),
      best: sum.all / best,
      figuresAgree: figures ? agree / claim.figures.length : 0,
      figuresMissing: figures && agree === 0 && sentence.figures.size === 0 ? 1 : 0,
      figuresDiffer: figures && agree === 0 && sentence.figures.size > 0 ? 1 : 0,
      speakerNamed: speakerNamed ? 1 : 0,
      speakerNear: !speakerNamed && claim.speakers.some((name) => sentence.near.has(name)) ? 1 : 0,
      about: about / claim.about.length,
      strangers: Math.min(strangers, 3) / 3,
      negationDiffers: sentence.negated === claim.negated ? 0 : 1,
      denial: sentence.denies ? 1 : 0,
      coverageSquared: coverage * coverage,
      actsAndThings: acts * things,
      sentenceLong: Math.min(own, 40) / 40,
    };
  }
}
