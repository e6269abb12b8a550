import type { Candidate } from './detect.ts';
import type { Detail } from './scan.ts';
import { sentenceAt } from './sentences.ts';

/** What speaks for and against a candidate in its own block. */
export interface Weight {
  /** For minus against: about 1 is a cue in the same sentence. */
  score: number;
  against: number;
  /** The nearest hint of all stands beside the name, and is a trap: `Sternbild Pegasus`. */
  trapped: boolean;
  /** The words that spoke for it, the weightiest first. */
  cues: string[];
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

/** Weighs the hints around a candidate. A word counts once, where it stands nearest. `useAffair`: the affair's vocabulary speaks for it. */
export function weigh(candidate: Candidate, detail: Detail, useAffair: boolean): Weight {
  const sentence = sentenceAt(detail.sentences, candidate.start);
  let nearest = besideWords;
  let trapped = false;
  const near = new Map<string, number>();

  const nearnessOf = (from: number, to: number): number => {
    const start = detail.starts[from]!;
    if (start >= sentence.start && start < sentence.end) return wordsBetween(candidate, from, to) < besideWords ? nearness.beside : nearness.sentence;
    return start >= sentence.start - neighbourhood && start < sentence.end + neighbourhood ? nearness.neighbour : nearness.block;
  };
  const consider = (text: string, from: number, to: number, value: number): void => {
    if (from < candidate.to && to > candidate.from) return;
    const factor = nearnessOf(from, to);
    if (factor === nearness.beside) {
      const words = wordsBetween(candidate, from, to);
      if (words < nearest) {
        nearest = words;
        trapped = value < 0;
      } else if (words === nearest && value > 0) trapped = false;
    }
    const known = near.get(text) ?? 0;
    if (Math.abs(known) < Math.abs(value * factor)) near.set(text, value * factor);
  };

  for (const { text, from, to, value } of detail.hints.get(candidate.form.entity) ?? []) consider(text, from, to, value > 0 ? 1 : -trapFactor);
  if (useAffair) for (const { text, from, to, value } of detail.affair) consider(text, from, to, affairFactor * value);
  const values = [...near].toSorted((a, b) => b[1] - a[1]);
  const sum = (sign: 1 | -1): number => values.reduce((total, [, value]) => (value * sign > 0 ? total + value * sign : total), 0);
  const against = sum(-1);
  return {
    score: Math.min(sum(1), mostFor) - Math.min(against, mostAgainst),
    against,
    trapped,
    cues: values.filter(([, value]) => value > 0).slice(0, 4).map(([text]) => text),
  };
}

/** How many words stand between the candidate and a hint. */
function wordsBetween({ from, to }: Candidate, hintFrom: number, hintTo: number): number {
  return hintFrom >= to ? hintFrom - to : from - hintTo;
}
