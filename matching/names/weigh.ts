import type { Candidate } from './detect.ts';
import type { Hint } from './hints.ts';
import type { Detail } from './scan.ts';
import type { Span } from '../sentences.ts';

/** What speaks for and against a candidate in its own block. */
export interface Weight {
  /** For minus against: about 1 is a cue in the same sentence. */
  score: number;
  against: number;
  /** The nearest hint of all stands beside the name, and is a trap: `Sternbild Pegasus`. */
  trapped: boolean;
  /** The words that spoke for it, the weightiest first. */
  readonly cues: string[];
}

/** How much a word counts by its place: beside the name, in its sentence, near it, elsewhere in the block. */
const nearness = { beside: 1.6, sentence: 1, neighbour: 0.5, block: 0.3 };
const besideWords = 2;
const neighbourhood = 200;
const trapFactor = 1.4;
/** A word of the affair counts this much for each step of its weight. */
const affairFactor = 0.35;
const mostFor = 4;
const mostAgainst = 5;
const mostCues = 4;
/** Of a block that is one long text the nearest hints on either side decide. */
const farthestHint = 100;

/** Weighs the hints around a candidate in its sentence. A word counts once, where it counts most. `useAffair`: the affair's vocabulary speaks for it. */
export function weigh(candidate: Candidate, detail: Detail, sentence: Span, useAffair: boolean): Weight {
  const texts: string[] = [];
  const values: number[] = [];
  let nearest = besideWords;
  let trapped = false;

  const consider = (hints: readonly Hint[], forFactor: number): void => {
    const { from, to } = rangeAround(hints, candidate);
    for (let at = from; at < to; at++) {
      const hint = hints[at]!;
      if (hint.from < candidate.to && hint.to > candidate.from) continue;
      const value = hint.value < 0 ? -trapFactor : forFactor * hint.value;
      const words = wordsBetween(candidate, hint);
      const start = detail.starts[hint.from]!;
      let factor: number;
      if (start < sentence.start || start >= sentence.end) {
        factor =
          start >= sentence.start - neighbourhood && start < sentence.end + neighbourhood
            ? nearness.neighbour
            : nearness.block;
      } else if (words >= besideWords) factor = nearness.sentence;
      else {
        factor = nearness.beside;
        if (words < nearest) {
          nearest = words;
          trapped = value < 0;
        } else if (words === nearest && value > 0) trapped = false;
      }
      const known = texts.indexOf(hint.text);
      if (known < 0) {
        texts.push(hint.text);
        values.push(value * factor);
      } else if (Math.abs(values[known]!) < Math.abs(value * factor)) values[known] = value * factor;
    }
  };

  const own = detail.hints.get(candidate.form.entity);
  if (own) consider(own, 1);
  if (useAffair) consider(detail.affair, affairFactor);
  let speaking = 0;
  let against = 0;
  for (const value of values) {
    if (value > 0) speaking += value;
    else against -= value;
  }
  return {
    score: Math.min(speaking, mostFor) - Math.min(against, mostAgainst),
    against,
    trapped,
    get cues() {
      const order = texts
        .map((_, at) => at)
        .filter((at) => values[at]! > 0)
        .sort((a, b) => values[b]! - values[a]!);
      return order.slice(0, mostCues).map((at) => texts[at]!);
    },
  };
}

function rangeAround(hints: readonly Hint[], { from }: Candidate): { from: number; to: number } {
  if (hints.length <= 2 * farthestHint) return { from: 0, to: hints.length };
  let low = 0;
  let high = hints.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hints[middle]!.from < from) low = middle + 1;
    else high = middle;
  }
  return { from: Math.max(0, low - farthestHint), to: Math.min(hints.length, low + farthestHint) };
}

/** How many words stand between the candidate and a hint. */
function wordsBetween({ from, to }: Candidate, hint: Hint): number {
  return hint.from >= to ? hint.from - to : from - hint.to;
}
