/** A span of the page that is marked. */
import { MARK_KINDS, numbersPerMark, placeNumber, type MarkKind, type TargetEntry } from '../platform/exchange.ts';

/** What is to be marked in a block. Offsets are into its text. */
export interface Span {
  kind: MarkKind;
  start: number;
  end: number;
  /** The same for all mentions of an entity, and for all sentences that raise the same contradiction. */
  subject: number;
  /** What the background is asked for the card by. */
  target: string;
  /** Not painted: the same is marked before it, or the reader wants no marks. It can still be gone to. */
  quiet?: boolean;
}

/** Reads the numbers of a block's marks, as the background sends them. Marks that the block has no room for are left out. */
export function spansFrom(numbers: readonly number[], targets: readonly TargetEntry[], length: number): Span[] {
  const spans: Span[] = [];
  // The first number is the block's.
  for (let at = 1; at + numbersPerMark <= numbers.length; at += numbersPerMark) {
    const [start, end] = [numbers[at]!, numbers[at + 1]!];
    const kind = MARK_KINDS[numbers[at + 2]!];
    const target = targets[numbers[at + 3]!];
    if (kind && target && start >= 0 && start < end && end <= length)
      spans.push({ kind, start, end, subject: target[0], target: target[1] });
  }
  return spans;
}

/** Whether two spans mark the same name, or the same sentence, at the same place. */
export function samePlace(a: Span, b: Span): boolean {
  return a.kind === b.kind && a.start === b.start && a.end === b.end && a.subject === b.subject;
}

/** Whether two spans show the same, so that what is painted can stay. */
export function sameSpan(a: Span, b: Span): boolean {
  return samePlace(a, b) && a.target === b.target;
}

/** Names a mark in what the page and the background say to each other. */
export function placeOf({ block, start, kind }: Span & { block: { id: number } }): number {
  return placeNumber(block.id, start, kind);
}
