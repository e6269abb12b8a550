/** The sentences that the matcher remembers (examples and statements), and how near a sentence is to each of them. */
import { packFloats, packNumbers, unpackFloats, unpackNumbers } from './bytes.ts';
import { KINDS } from './text-features.ts';
import type { TextFeatures } from './text-features.ts';

/** Made when building: features in the order of their hashes, each with the texts that have it. */
export interface PackedMemory {
  texts: number;
  features: number;
  postings: number;
  /** Steps from one hash to the next. */
  hashes: string;
  /** How many texts have each feature. */
  lengths: string;
  /** Steps from one text to the next, feature by feature. */
  holders: string;
  /** Lengths of the texts as vectors, `surface` and `concepts`. */
  surface: string;
  concepts: string;
}

/** Nearness of one sentence to every text of the memory, 0 to 1 (cosine). The arrays hold until the next sentence is compared. */
export interface Nearness {
  surface: Float32Array;
  concepts: Float32Array;
}

/** How much a shared feature of each kind weighs, times its inverse document frequency. */
const kindWeight: Record<(typeof KINDS)[number], number> = {
  gram: 0.5,
  stem: 1,
  pair: 0.9,
  figure: 1,
  concept: 1,
  concepts: 0.4,
};
const weights = Float32Array.from(KINDS, (kind) => kindWeight[kind]);
const conceptKind = KINDS.indexOf('concept');

const rarity = (texts: number, holders: number): number => Math.log((texts + 1) / (holders + 0.5));

export function packMemory(texts: readonly TextFeatures[]): PackedMemory {
  const holders = new Map<number, number[]>();
  texts.forEach(({ hashes }, text) => {
    for (const hash of hashes) {
      const list = holders.get(hash >>> 0);
      if (list) list.push(text);
      else holders.set(hash >>> 0, [text]);
    }
  });
  const norms = texts.map((features) => normsOf(features, (hash) => holders.get(hash >>> 0)!.length, texts.length));
  const shared = [...holders].toSorted(([a], [b]) => a - b);
  return {
    texts: texts.length,
    features: shared.length,
    postings: shared.reduce((sum, [, list]) => sum + list.length, 0),
    hashes: packNumbers(shared.map(([hash], at) => hash - (shared[at - 1]?.[0] ?? 0))),
    lengths: packNumbers(shared.map(([, list]) => list.length)),
    holders: packNumbers(shared.flatMap(([, list]) => list.map((text, at) => text - (list[at - 1] ?? 0)))),
    surface: packFloats(Float32Array.from(norms, ([surface]) => surface)),
    concepts: packFloats(Float32Array.from(norms, ([, concepts]) => concepts)),
  };
}

function normsOf(
  { hashes, kinds }: TextFeatures,
  holdersOf: (hash: number) => number,
  texts: number,
): [surface: number, concepts: number] {
  let surface = 0;
  let concepts = 0;
  hashes.forEach((hash, at) => {
    const kind = kinds[at]!;
    const value = (weights[kind]! * rarity(texts, holdersOf(hash))) ** 2;
    if (kind < conceptKind) surface += value;
    else concepts += value;
  });
  return [Math.sqrt(surface) || 1, Math.sqrt(concepts) || 1];
}

export class Memory {
  readonly size: number;
  readonly #slots: Int32Array;
  readonly #hashes: Uint32Array;
  readonly #starts: Uint32Array;
  readonly #holders: Uint16Array;
  readonly #surfaceNorms: Float32Array;
  readonly #conceptNorms: Float32Array;
  readonly #nearness: Nearness;

  constructor(packed: PackedMemory) {
    this.size = packed.texts;
    this.#hashes = unpackNumbers(packed.hashes, packed.features);
    this.#starts = new Uint32Array(packed.features + 1);
    const lengths = unpackNumbers(packed.lengths, packed.features);
    for (let i = 0; i < packed.features; i++) {
      this.#starts[i + 1] = this.#starts[i]! + lengths[i]!;
      if (i > 0) this.#hashes[i]! += this.#hashes[i - 1]!;
    }
    this.#holders = Uint16Array.from(unpackNumbers(packed.holders, packed.postings));
    for (let i = 0; i < packed.features; i++)
      for (let at = this.#starts[i]! + 1; at < this.#starts[i + 1]!; at++) this.#holders[at]! += this.#holders[at - 1]!;
    // Open addressing, half full at most
    let bits = 10;
    while (1 << bits < 2 * packed.features) bits++;
    this.#slots = new Int32Array(1 << bits).fill(-1);
    for (let i = 0; i < packed.features; i++) {
      let slot = this.#hashes[i]! & (this.#slots.length - 1);
      while (this.#slots[slot] !== -1) slot = (slot + 1) & (this.#slots.length - 1);
      this.#slots[slot] = i;
    }
    this.#surfaceNorms = unpackFloats(packed.surface);
    this.#conceptNorms = unpackFloats(packed.concepts);
    this.#nearness = { surface: new Float32Array(this.size), concepts: new Float32Array(this.size) };
  }

  #find(hash: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const feature = this.#slots[slot]!;
      if (feature === -1 || this.#hashes[feature] === hash) return feature;
    }
  }

  /** The texts that have a feature. */
  holdersOf(hash: number): Uint16Array {
    const feature = this.#find(hash >>> 0);
    return feature < 0 ? none : this.#holders.subarray(this.#starts[feature], this.#starts[feature + 1]);
  }

  rarityOf(hash: number): number {
    return rarity(this.size, Math.max(1, this.holdersOf(hash).length));
  }

  /** The text as the vector that `compare` compares, for fitting: surface and concepts have the length 1 each. Columns number the features. */
  vectorOf(features: TextFeatures): { columns: number[]; values: number[] } {
    const [surfaceNorm, conceptNorm] = normsOf(features, (hash) => Math.max(1, this.holdersOf(hash).length), this.size);
    const columns: number[] = [];
    const values: number[] = [];
    features.hashes.forEach((hash, at) => {
      const feature = this.#find(hash >>> 0);
      if (feature < 0) return;
      const kind = features.kinds[at]!;
      columns.push(feature);
      values.push((weights[kind]! * this.rarityOf(hash)) / (kind < conceptKind ? surfaceNorm : conceptNorm));
    });
    return { columns, values };
  }

  compare(features: TextFeatures): Nearness {
    const { surface, concepts } = this.#nearness;
    surface.fill(0);
    concepts.fill(0);
    const { hashes, kinds } = features;
    for (let i = 0; i < hashes.length; i++) {
      const feature = this.#find(hashes[i]! >>> 0);
      if (feature < 0) continue;
      const from = this.#starts[feature]!;
      const to = this.#starts[feature + 1]!;
      const kind = kinds[i]!;
      const value = (weights[kind]! * rarity(this.size, to - from)) ** 2;
      const into = kind < conceptKind ? surface : concepts;
      for (let at = from; at < to; at++) into[this.#holders[at]!]! += value;
    }
    const [surfaceNorm, conceptNorm] = normsOf(features, (hash) => Math.max(1, this.holdersOf(hash).length), this.size);
    for (let text = 0; text < this.size; text++) {
      surface[text]! /= surfaceNorm * this.#surfaceNorms[text]!;
      concepts[text]! /= conceptNorm * this.#conceptNorms[text]!;
    }
    return this.#nearness;
  }
}

const none = new Uint16Array();
