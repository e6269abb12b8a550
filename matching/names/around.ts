import type { Candidate } from './detect.ts';
import { DECISIVE } from './hints.ts';
import type { Hint } from './hints.ts';
import type { Detail } from './scan.ts';
import type { Span } from '../sentences.ts';

/** How near a word stands to a name, the nearest first: beside it, in its sentence, close to that sentence, elsewhere in its block. */
export const ZONES = ['beside', 'sentence', 'close', 'block'] as const;
type Zone = 0 | 1 | 2 | 3;

/** Different words around a candidate, counted by zone. */
export interface Around {
  /** Cues and traps of its entity. */
  cues: number[];
  traps: number[];
  /** Vocabulary of the affair, each word by its weight. */
  affair: number[];
  /** The nearest of its cues and traps stands beside the name, and is a trap: `Sternbild Pegasus`. */
  trapped: boolean;
  /** The words that speak for it, the nearest first. */
  readonly words: string[];
}

/** Fewer words than this stand between a name and a word beside it. */
const besideWords = 2;
/** UTF-16 code units on either side of a sentence. */
const closeTo = 200;
/** Of a block that is one long text, so many hints on either side are looked at: work must not grow with its square. */
const farthestHint = 100;
const mostWords = 4;

/** Looks around a candidate. A word counts once, where it stands nearest. `isCentral`: the affair's own words are its cues. */
export function lookAround(candidate: Candidate, detail: Detail, sentence: Span, isCentral: boolean): Around {
  const own = [
    ...nearby(detail.hints.get(candidate.form.entity) ?? [], candidate),
    ...(isCentral ? nearby(detail.affair, candidate).filter(({ value }) => value >= DECISIVE) : []),
  ];
  const near = new Map<string, { zone: Zone; value: number }>();
  let nearest = besideWords;
  let trapped = false;
  for (const hint of own) {
    const zone = zoneOf(hint, candidate, detail, sentence);
    const words = wordsBetween(candidate, hint);
    if (zone === 0 && (words < nearest || (words === nearest && hint.value > 0))) {
      nearest = words;
      trapped = hint.value < 0;
    }
    keepNearest(near, hint, zone);
  }
  const affair = new Map<string, { zone: Zone; value: number }>();
  for (const hint of nearby(detail.affair, candidate))
    keepNearest(affair, hint, zoneOf(hint, candidate, detail, sentence));

  const sums = (hints: Iterable<{ zone: Zone; value: number }>, sign: 1 | -1): number[] => {
    const totals = ZONES.map(() => 0);
    for (const { zone, value } of hints) if (value * sign > 0) totals[zone]! += value * sign;
    return totals;
  };
  return {
    cues: sums(near.values(), 1),
    traps: sums(near.values(), -1),
    affair: sums(affair.values(), 1),
    trapped,
    get words() {
      const speaking = [...affair, ...near].filter(([, { value }]) => value > 0);
      return [...new Map(speaking.toSorted((a, b) => a[1].zone - b[1].zone)).keys()].slice(0, mostWords);
    },
  };
}

function keepNearest(known: Map<string, { zone: Zone; value: number }>, { text, value }: Hint, zone: Zone): void {
  const before = known.get(text);
  if (!before || zone < before.zone) known.set(text, { zone, value });
}

function zoneOf(hint: Hint, candidate: Candidate, { starts }: Detail, sentence: Span): Zone {
  const start = starts[hint.from]!;
  if (start >= sentence.start && start < sentence.end) return wordsBetween(candidate, hint) < besideWords ? 0 : 1;
  return start >= sentence.start - closeTo && start < sentence.end + closeTo ? 2 : 3;
}

/** The hints that are not part of the candidate itself. */
function nearby(hints: readonly Hint[], { from, to }: Candidate): Hint[] {
  let low = 0;
  let high = hints.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hints[middle]!.from < from) low = middle + 1;
    else high = middle;
  }
  return hints
    .slice(Math.max(0, low - farthestHint), low + farthestHint)
    .filter((hint) => hint.from >= to || hint.to <= from);
}

/** How many words stand between the candidate and a hint. */
function wordsBetween({ from, to }: Candidate, hint: Hint): number {
  return hint.from >= to ? hint.from - to : from - hint.to;
}
