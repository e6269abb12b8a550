import type { Concept } from '../../data/facts.ts';
import type { ClaimProfile } from './profile.ts';

/** How a sentence and a claim's statements compare by their concepts. Shares, 0 to 1. */
export interface Overlap {
  /** Of the statement's concepts, in its nearest wording. */
  coverage: number;
  acts: number;
  things: number;
  /** Of the claim's rarest concepts. */
  keys: number;
  /** Of the sentence's concepts. */
  precision: number;
}

/** Concepts of these kinds tie a sentence to a claim. */
const content: ReadonlySet<Concept['kind']> = new Set(['act', 'thing', 'who', 'how', 'when']);

/** So many of its rarest concepts are what a claim is about. */
const keyConcepts = 3;

interface Wording {
  concepts: ReadonlySet<number>;
  total: Sums;
}

interface IndexedClaim {
  wordings: Wording[];
  keys: number[];
  all: ReadonlySet<number>;
}

type Sums = Record<'all' | 'act' | 'thing', number>;

/** The statements' concepts, each with its rarity among the claims. */
export class StatementIndex {
  readonly #claims: readonly IndexedClaim[];
  readonly #kinds: readonly Concept['kind'][];
  /** Inverse document frequency by concept. */
  readonly #rarity: Float32Array;

  constructor(claims: readonly ClaimProfile[], kinds: readonly Concept['kind'][]) {
    this.#kinds = kinds;
    const holding = new Float32Array(kinds.length);
    for (const { wordings } of claims) for (const concept of new Set(wordings.flat())) holding[concept]!++;
    this.#rarity = holding.map((count) => Math.log((claims.length + 1) / (count + 0.5)));
    this.#claims = claims.map(({ wordings }) => {
      const counts = new Map<number, number>();
      for (const wording of wordings)
        for (const concept of wording) counts.set(concept, (counts.get(concept) ?? 0) + 1);
      const common = [...counts]
        .filter(([concept, count]) => count > 1 && content.has(this.#kinds[concept]!))
        .map(([concept]) => concept);
      return {
        wordings: wordings.map((wording) => ({ concepts: new Set(wording), total: this.#sum(wording) })),
        keys: common.toSorted((a, b) => this.#rarity[b]! - this.#rarity[a]!).slice(0, keyConcepts),
        all: new Set(counts.keys()),
      };
    });
  }

  #sum(concepts: Iterable<number>, only?: ReadonlySet<number>): Sums {
    const sum: Sums = { all: 0, act: 0, thing: 0 };
    for (const concept of concepts) {
      const kind = this.#kinds[concept]!;
      if (!content.has(kind) || only?.has(concept) === false) continue;
      const value = this.#rarity[concept]!;
      sum.all += value;
      if (kind === 'act' || kind === 'thing') sum[kind] += value;
    }
    return sum;
  }

  /** @param claim its place in the list of claims */
  compare(concepts: ReadonlySet<number>, claim: number): Overlap {
    const { wordings, keys, all } = this.#claims[claim]!;
    const overlap: Overlap = { coverage: 0, acts: 0, things: 0, keys: 0, precision: 0 };
    for (const wording of wordings) {
      const common = this.#sum(concepts, wording.concepts);
      const { total } = wording;
      overlap.coverage = Math.max(overlap.coverage, common.all / (total.all || 1));
      overlap.acts = Math.max(overlap.acts, total.act > 0 ? common.act / total.act : 0.5);
      overlap.things = Math.max(overlap.things, total.thing > 0 ? common.thing / total.thing : 0.5);
    }
    overlap.keys = keys.filter((concept) => concepts.has(concept)).length / (keys.length || 1);
    overlap.precision = this.#sum(concepts, all).all / (this.#sum(concepts).all || 1);
    return overlap;
  }
}
