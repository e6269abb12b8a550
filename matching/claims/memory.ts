/** The sentences that the matcher remembers (examples and statements), and how near a sentence is to each of them. */
import { HashIndex, hashTable, type HashTable } from './hash-index.ts';
import { KINDS } from './text-features.ts';
import type { TextFeatures } from './text-features.ts';

/** Made when building: features in the order of their hashes, each with the texts that have it. */
export interface MemoryTables extends HashTable {
  /** How many texts have each feature; twice that, and one more where it is too common to tell which. */
  holding: Uint16Array;
  /** These texts, feature by feature. */
  holders: Uint16Array;
  /** Lengths of the texts as vectors, `surface` and `concepts`. */
  surface: Float32Array;
  concepts: Float32Array;
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
  synset: 0.8,
};
const weights = Float32Array.from(KINDS, (kind) => kindWeight[kind]);
const kinds = KINDS.length;
const conceptKind = KINDS.indexOf('concept');
const gramKind = KINDS.indexOf('gram');
const pairKind = KINDS.indexOf('pair');

const rarity = (texts: number, holders: number): number => Math.log((texts + 1) / (holders + 0.5));

const isPiece = (kind: number): boolean => kind === gramKind || kind === pairKind;
/** Pieces of words that more texts have tie a sentence to none of them, and are most of the work. */
const mostHolders = 120;

/**
 * Pieces and pairs of a single text are left out (its stems are not), and so are the holders of pieces that a great many have. In the lengths
 * of the texts all of them count.
 */
export function tabulate(texts: readonly TextFeatures[]): MemoryTables {
  const sorted = sortedPostings(texts);
  const surface = new Float64Array(texts.length);
  const concepts = new Float64Array(texts.length);
  const hashes: number[] = [];
  const holding: number[] = [];
  const holders: number[] = [];
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    const hash = hashIn(sorted[from]!);
    const kind = sorted[from]! % kinds;
    while (to < sorted.length && hashIn(sorted[to]!) === hash) to++;
    const square = (weights[kind]! * rarity(texts.length, to - from)) ** 2;
    const sums = kind < conceptKind ? surface : concepts;
    for (let at = from; at < to; at++) sums[textIn(sorted[at]!)]! += square;
    if (to - from === 1 && isPiece(kind)) continue;
    hashes.push(hash);
    const isCommon = isTooCommon(kind, to - from);
    holding.push(2 * (to - from) + Number(isCommon));
    if (!isCommon) for (let at = from; at < to; at++) holders.push(textIn(sorted[at]!));
  }
  return {
    ...hashTable(hashes),
    holding: Uint16Array.from(holding),
    holders: Uint16Array.from(holders),
    surface: Float32Array.from(surface, (sum) => Math.sqrt(sum) || 1),
    concepts: Float32Array.from(concepts, (sum) => Math.sqrt(sum) || 1),
  };
}

const isTooCommon = (kind: number, texts: number): boolean => kind === gramKind && texts > mostHolders;

/** Hash, text and kind as one number each (32, 16 and 3 bits), so that sorting them is sorting numbers. */
function sortedPostings(texts: readonly TextFeatures[]): Float64Array {
  const all = new Float64Array(texts.reduce((sum, { hashes }) => sum + hashes.length, 0));
  let end = 0;
  texts.forEach(({ hashes, kinds: own }, text) => {
    for (let i = 0; i < hashes.length; i++) all[end++] = ((hashes[i]! >>> 0) * 65_536 + text) * kinds + own[i]!;
  });
  return all.sort();
}

const hashIn = (posting: number): number => Math.floor(posting / (65_536 * kinds));
const textIn = (posting: number): number => Math.floor(posting / kinds) % 65_536;

export class Memory {
  readonly size: number;
  readonly #features: HashIndex;
  /** Of each feature: how rare it is, and where its holders begin. */
  readonly #rarity: Float32Array;
  readonly #starts: Uint32Array;
  readonly #holders: Uint16Array;
  /** One part in the length of each text. */
  readonly #perSurface: Float32Array;
  readonly #perConcepts: Float32Array;
  readonly #nearness: Nearness;
  /** Of a feature that no text has. */
  readonly #rarest: number;

  constructor({ holding, holders, surface, concepts, ...hashes }: MemoryTables) {
    const texts = surface.length;
    const byCount = new Float32Array(texts + 1);
    const rarities = new Float32Array(holding.length);
    const starts = new Uint32Array(holding.length + 1);
    for (let i = 0; i < holding.length; i++) {
      const count = holding[i]! >> 1;
      starts[i + 1] = starts[i]! + (holding[i]! % 2 === 0 ? count : 0);
      rarities[i] = byCount[count] ||= rarity(texts, count);
    }
    this.size = texts;
    this.#features = new HashIndex(hashes);
    this.#starts = starts;
    this.#rarity = rarities;
    this.#rarest = rarity(texts, 1);
    this.#holders = holders;
    this.#perSurface = surface.map((norm) => 1 / norm);
    this.#perConcepts = concepts.map((norm) => 1 / norm);
    this.#nearness = { surface: new Float32Array(texts), concepts: new Float32Array(texts) };
  }

  /** The numbers of a text's features in this memory, in their order; -1 for one that no text has. */
  numbersOf({ hashes }: TextFeatures): Int32Array {
    const numbers = new Int32Array(hashes.length);
    for (let i = 0; i < hashes.length; i++) numbers[i] = this.#features.find(hashes[i]!);
    return numbers;
  }

  /** The texts that have a feature; none of a piece of a word that is too common. */
  holdersOf(feature: number): Uint16Array {
    return feature < 0 ? none : this.#holders.subarray(this.#starts[feature], this.#starts[feature + 1]);
  }

  /** Whether there are such texts. */
  isHeld(feature: number): boolean {
    return feature >= 0 && this.#starts[feature + 1]! > this.#starts[feature]!;
  }

  rarityOf(feature: number): number {
    return feature < 0 ? this.#rarest : this.#rarity[feature]!;
  }

  /** The text as the vector that `compare` compares, for fitting: surface and concepts have the length 1 each. Columns number the features. */
  vectorOf(features: TextFeatures): { columns: number[]; values: number[] } {
    const numbers = this.numbersOf(features);
    const [surfaceNorm, conceptNorm] = this.#normsOf(features, numbers);
    const columns: number[] = [];
    const values: number[] = [];
    numbers.forEach((feature, at) => {
      if (feature < 0) return;
      const kind = features.kinds[at]!;
      columns.push(feature);
      values.push((weights[kind]! * this.rarityOf(feature)) / (kind < conceptKind ? surfaceNorm : conceptNorm));
    });
    return { columns, values };
  }

  #normsOf({ kinds: own }: TextFeatures, numbers: Int32Array): [surface: number, concepts: number] {
    let surface = 0;
    let concepts = 0;
    for (let i = 0; i < numbers.length; i++) {
      const kind = own[i]!;
      const square = (weights[kind]! * this.rarityOf(numbers[i]!)) ** 2;
      if (kind < conceptKind) surface += square;
      else concepts += square;
    }
    return [Math.sqrt(surface) || 1, Math.sqrt(concepts) || 1];
  }

  /** @param numbers those of the features */
  compare({ kinds: own }: TextFeatures, numbers: Int32Array): Nearness {
    const { surface, concepts } = this.#nearness;
    const starts = this.#starts;
    const holders = this.#holders;
    surface.fill(0);
    concepts.fill(0);
    let surfaceSquare = 0;
    let conceptSquare = 0;
    for (let i = 0; i < numbers.length; i++) {
      const feature = numbers[i]!;
      const kind = own[i]!;
      const isSurface = kind < conceptKind;
      const value = (weights[kind]! * (feature < 0 ? this.#rarest : this.#rarity[feature]!)) ** 2;
      if (isSurface) surfaceSquare += value;
      else conceptSquare += value;
      if (feature < 0) continue;
      const into = isSurface ? surface : concepts;
      for (let at = starts[feature]!, to = starts[feature + 1]!; at < to; at++) into[holders[at]!]! += value;
    }
    scale(surface, this.#perSurface, 1 / (Math.sqrt(surfaceSquare) || 1));
    scale(concepts, this.#perConcepts, 1 / (Math.sqrt(conceptSquare) || 1));
    return this.#nearness;
  }
}

/** Most texts share nothing with a sentence. */
function scale(sums: Float32Array, per: Float32Array, factor: number): void {
  for (let text = 0; text < sums.length; text++) {
    const sum = sums[text]!;
    if (sum !== 0) sums[text] = sum * factor * per[text]!;
  }
}

const none = new Uint16Array();
