/**
 * The claim knowledge as one file that is used as it lies: the length of a JSON text (32 bits), the text, then its arrays of numbers. Whole numbers
 * are little-endian, as in every browser that is supported and in Node.
 */
import type { ClaimKnowledge } from './knowledge.ts';

/** Its name in the extension. */
export const KNOWLEDGE_FILE = 'claims.bin';

/** The parts that hold arrays of numbers. */
const PARTS = ['thesaurus', 'memory', 'labels', 'vectors', 'encoder'] as const;
const KINDS = { Int8Array, Uint8Array, Int16Array, Uint16Array, Uint32Array, Float32Array };
/** Arrays begin at multiples of this many bytes. */
const STEP = 8;

interface Place {
  kind: keyof typeof KINDS;
  from: number;
  length: number;
}

type Numbers = InstanceType<(typeof KINDS)[Place['kind']]>;

/** As it is kept: the longest list as gaps. */
type KeptKnowledge = Omit<ClaimKnowledge, 'memory'> & {
  memory: Omit<ClaimKnowledge['memory'], 'holders'> & { holders: Uint8Array };
};

export function writeKnowledge(given: ClaimKnowledge): Uint8Array<ArrayBuffer> {
  const knowledge: KeptKnowledge = { ...given, memory: { ...given.memory, holders: gapsOf(given.memory.holders) } };
  const written: Numbers[] = [];
  let end = 0;
  const placeOf = (numbers: Numbers): Place => {
    const place = { kind: numbers.constructor.name as Place['kind'], from: end, length: numbers.length };
    written.push(numbers);
    end = aligned(end + numbers.byteLength);
    return place;
  };
  const placed = PARTS.map((part) => [
    part,
    mapValues(knowledge[part], (value) => (ArrayBuffer.isView(value) ? placeOf(value as Numbers) : value)),
  ]);
  const text = new TextEncoder().encode(JSON.stringify({ ...knowledge, ...Object.fromEntries(placed) }));
  const begin = aligned(4 + text.length);
  const file = new Uint8Array(begin + end);
  new DataView(file.buffer).setUint32(0, text.length, true);
  file.set(text, 4);
  let at = begin;
  for (const numbers of written) {
    file.set(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength), at);
    at = aligned(at + numbers.byteLength);
  }
  return file;
}

/** The arrays of what is returned are parts of the file, but for the longest. */
export function readKnowledge(file: ArrayBuffer): ClaimKnowledge {
  const length = new DataView(file).getUint32(0, true);
  const knowledge = JSON.parse(new TextDecoder().decode(new Uint8Array(file, 4, length))) as KeptKnowledge;
  const begin = aligned(4 + length);
  const arrayAt = ({ kind, from, length: size }: Place): Numbers => new KINDS[kind](file, begin + from, size);
  for (const part of PARTS)
    Object.assign(
      knowledge[part],
      mapValues(knowledge[part], (value) => (isPlace(value) ? arrayAt(value) : value)),
    );
  return { ...knowledge, memory: { ...knowledge.memory, holders: sumsOf(knowledge.memory.holders) } };
}

/**
 * The holders of each feature rise: kept as gaps, their lower bytes before the upper ones, a package holds them in three fifths of the room. From one
 * feature to the next a gap wraps.
 */
function gapsOf(rising: Uint16Array): Uint8Array {
  const gaps = new Uint8Array(2 * rising.length);
  for (let at = 0; at < rising.length; at++) {
    const gap = rising[at]! - (rising[at - 1] ?? 0);
    gaps[at] = gap;
    gaps[rising.length + at] = gap >> 8;
  }
  return gaps;
}

function sumsOf(gaps: Uint8Array): Uint16Array {
  const sums = new Uint16Array(gaps.length / 2);
  let sum = 0;
  for (let at = 0; at < sums.length; at++) sums[at] = sum = (sum + gaps[at]! + (gaps[sums.length + at]! << 8)) & 0xffff;
  return sums;
}

const aligned = (bytes: number): number => Math.ceil(bytes / STEP) * STEP;

const isPlace = (value: unknown): value is Place =>
  typeof value === 'object' && value !== null && Object.hasOwn(KINDS, (value as Place).kind);

function mapValues(object: object, change: (value: unknown) => unknown): object {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}
