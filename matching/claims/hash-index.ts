/** Places of sorted hashes, found by the hash. Half of each hash is where it stands, so that the table has half its size and needs no making. */

/** Hashes of 32 bits in rising order, as they are kept. */
export interface HashTable {
  /** How many begin with each first half; fewer than 256. */
  counts: Uint8Array;
  /** Of each hash the second half. */
  rests: Uint16Array;
}

const HALVES = 0x10000;

/** @param hashes rising, from 0 to 2³² - 1; the same one may stand several times */
export function hashTable(hashes: ArrayLike<number>): HashTable {
  const counts = new Uint8Array(HALVES);
  const rests = new Uint16Array(hashes.length);
  for (let at = 0; at < hashes.length; at++) {
    counts[hashes[at]! >>> 16]!++;
    rests[at] = hashes[at]! & 0xffff;
  }
  return { counts, rests };
}

export class HashIndex {
  readonly #starts = new Uint32Array(HALVES + 1);
  readonly #rests: Uint16Array;

  constructor({ counts, rests }: HashTable) {
    for (let half = 0; half < HALVES; half++) this.#starts[half + 1] = this.#starts[half]! + counts[half]!;
    this.#rests = rests;
  }

  /**
   * The place of a hash, -1 where it has none.
   * @param after the place that was found before, to find the next one of the same hash
   */
  find(hash: number, after = -1): number {
    const half = hash >>> 16;
    const rest = hash & 0xffff;
    const to = this.#starts[half + 1]!;
    for (let at = Math.max(after + 1, this.#starts[half]!); at < to; at++) if (this.#rests[at] === rest) return at;
    return -1;
  }
}
