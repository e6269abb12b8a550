/** The words of a collection, and which of them a reader may mean by what is typed so far. */
import Fuse from 'fuse.js';

export interface Meant {
  /** Place of the word in the collection. */
  word: number;
  /** 1 for the word itself, less for one that begins with, holds, or is nearly what was typed. */
  likeness: number;
}

export interface Vocabulary {
  /** Words that are, begin with or hold what was typed, which must be folded. */
  spelled(typed: string): Meant[];
  /** Words that are, or begin with, nearly what was typed: slips of the finger. */
  nearly(typed: string): Meant[];
}

const BEGINS = 0.7;
const HOLDS = 0.35;
const NEARLY = 0.4;
/** Shorter ones stand within too many words. */
const MIN_HELD = 3;
const MIN_NEARLY = 4;
/** Slips forgiven for each letter typed, and at most. */
const SLIPS_PER_LETTER = 0.3;
const MAX_SLIPS = 2;
/** Fuse.js takes some microseconds for each word: it is asked about those alone that share the most pairs of letters with what was typed. */
const MAX_JUDGED = 120;

/** Words have to be folded, each once. What follows takes time by the number of words with a pair of letters in common, not by all. */
export function createVocabulary(words: readonly string[]): Vocabulary {
  const byPair = new Map<string, number[]>();
  words.forEach((word, at) => {
    for (const pair of new Set(pairsOf(word))) {
      const list = byPair.get(pair);
      if (list) list.push(at);
      else byPair.set(pair, [at]);
    }
  });
  const byFirst = new Map<string, number[]>();
  words.forEach((word, at) => {
    const list = byFirst.get(word[0]!);
    if (list) list.push(at);
    else byFirst.set(word[0]!, [at]);
  });
  const shared = new Uint8Array(words.length);

  const spelled = (typed: string): Meant[] => {
    const found = typed.length < MIN_HELD ? (byFirst.get(typed[0]!) ?? []) : rarest(pairsOf(typed).slice(1));
    return found.flatMap((word) => {
      const likeness = likenessOf(words[word]!, typed);
      return likeness > 0 ? [{ word, likeness }] : [];
    });
  };

  return {
    spelled,

    nearly(typed) {
      if (typed.length < MIN_NEARLY) return [];
      const slips = Math.min(MAX_SLIPS, Math.floor(typed.length * SLIPS_PER_LETTER));
      const candidates = sharing(pairsOf(typed), typed.length - 2 * slips);
      const judge = new Fuse(
        candidates.map((at) => words[at]!),
        {
          includeScore: true,
          shouldSort: false,
          ignoreFieldNorm: true,
          distance: 5,
          threshold: (slips + 0.5) / typed.length,
        },
      );
      const judged = judge
        .search(typed)
        .map(({ refIndex, score = 1 }) => ({ word: candidates[refIndex]!, likeness: NEARLY * (1 - score) }));
      // Two letters that changed places are the commonest slip, and two for Fuse.js.
      const swapped = swaps(typed)
        .flatMap(spelled)
        .filter(({ likeness }) => likeness >= BEGINS);
      return [...judged, ...swapped.map(({ word }) => ({ word, likeness: NEARLY }))];
    },
  };

  function rarest(pairs: string[]): number[] {
    return pairs
      .map((pair) => byPair.get(pair) ?? [])
      .reduce((least, list) => (list.length < least.length ? list : least));
  }

  /** Words with at least so many of the pairs, those with the most first. */
  function sharing(pairs: string[], least: number): number[] {
    shared.fill(0);
    const seen: number[] = [];
    for (const pair of new Set(pairs)) {
      for (const at of byPair.get(pair) ?? []) if (shared[at]!++ === 0) seen.push(at);
    }
    return seen
      .filter((at) => shared[at]! >= least)
      .sort((a, b) => shared[b]! - shared[a]! || words[a]!.length - words[b]!.length)
      .slice(0, MAX_JUDGED);
  }
}

function likenessOf(word: string, typed: string): number {
  if (word === typed) return 1;
  if (word.startsWith(typed)) return BEGINS;
  return typed.length >= MIN_HELD && word.includes(typed) ? HOLDS : 0;
}

/** What was typed with each two neighbours the other way round. */
function swaps(typed: string): string[] {
  return Array.from(
    { length: typed.length - 1 },
    (_, at) => typed.slice(0, at) + typed[at + 1]! + typed[at]! + typed.slice(at + 2),
  );
}

/** The pairs of neighbouring letters; the first letter makes one with the beginning of the word. */
function pairsOf(word: string): string[] {
  return Array.from(word, (letter, at) => (at === 0 ? '^' : word[at - 1]) + letter);
}
