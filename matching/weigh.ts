import type { Candidate } from './detect.ts';
import type { Hint } from './evidence.ts';
import { sentenceAt } from './sentences.ts';
import type { Detail } from './scan.ts';

/** What speaks for and against a candidate in its own block. */
export interface Weight {
  /** For minus against: about 1 is a cue in the same sentence. */
  score: number;
  against: number;
  /** The nearest hint of all stands beside the name, and is a trap: `Sternbild Pegasus`. */
  trapped: boolean;
  /** The words that spoke for it, the nearest first. */
  cues: string[];
}

/** How much a word counts by its place: beside the name, in its sentence, in the next one, elsewhere in the block. */
const nearness = { beside: 1.6, sentence: 1, neighbour: 0.5, block: 0.3 };
const besideWords = 2;
const trapFactor = 1.4;
const mostFor = 4;
const mostAgainst = 5;

/**
 * Weighs the hints around a candidate. A word counts once, where it stands nearest. `others`: names of the affair in the block
 * that need no context, which speak for it like a cue.
 */
export function weigh(candidate: Candidate, detail: Detail, others: readonly Candidate[], useAffair: boolean): Weight {
  const sentence = sentenceAt(detail.sentences, candidate.start);
  let nearest = besideWords;
  let trapped = false;
  const near = new Map<string, { value: number; factor: number }>();
  const consider = (text: string, from: number, to: number, value: number): void => {
    if (from < candidate.to && to > candidate.from) return;
    const start = detail.starts[from]!;
    const words = from >= candidate.to ? from - candidate.to : candidate.from - to;
    let factor: number;
    if (start >= sentence.start && start < sentence.end) factor = words < besideWords ? nearness.beside : nearness.sentence;
    else factor = start >= sentence.start - 200 && start < sentence.end + 200 ? nearness.neighbour : nearness.block;
    if (factor === nearness.beside && words < nearest) {
      nearest = words;
      trapped = value < 0;
    } else if (factor === nearness.beside && words === nearest && value > 0) trapped = false;
    const known = near.get(text);
    if (!known || Math.abs(known.value * known.factor) < Math.abs(value * factor)) near.set(text, { value, factor });
  };
  const hints: readonly Hint[] = detail.hints.get(candidate.form.entity) ?? [];
  for (const { text, from, to, value } of hints) consider(text, from, to, value > 0 ? 1 : -trapFactor);
  if (useAffair) for (const { text, from, to, value } of detail.affair) consider(text, from, to, 0.35 * value);
  for (const other of others) {
    if (other !== candidate) consider(detail.words.slice(other.from, other.to).join(' '), other.from, other.to, 1.2);
  }
  let speaksFor = 0;
  let against = 0;
  const cues: [string, number][] = [];
  for (const [text, { value, factor }] of near) {
    if (value > 0) {
      speaksFor += value * factor;
      cues.push([text, value * factor]);
    } else against -= value * factor;
  }
  cues.sort((a, b) => b[1] - a[1]);
  return {
    score: Math.min(speaksFor, mostFor) - Math.min(against, mostAgainst),
    against,
    trapped,
    cues: cues.slice(0, 4).map(([text]) => text),
  };
}
