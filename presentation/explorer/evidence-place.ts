/** A span of evidence among the sentences of its document, as numbers, and as text where the reader has the document at hand. */
import { coverageOf, type CoveredSentence } from '../../data/coverage.ts';
import type { SourceDocument } from '../../data/documents.ts';
import type { FactsClaim } from '../../data/facts.ts';

/** How many sentences are told on either side. */
const NEIGHBOURS = 2;

type Span = FactsClaim['evidence'][number];

export interface PlacedSentence extends CoveredSentence {
  /** From 1, in the order of the document. */
  number: number;
  /** The span lies in it, or in part of it. */
  isEvidence: boolean;
}

export interface EvidencePlace {
  /** Numbers of the first and the last sentence that the span touches. */
  first: number;
  last: number;
  /** How many sentences the document has. */
  of: number;
  /** Those sentences and their neighbours, fewer at an end of the document. */
  around: PlacedSentence[];
}

/** Null where the span touches no sentence. */
export function placeOf(
  span: Span,
  { sentences }: SourceDocument,
  claims: readonly FactsClaim[],
): EvidencePlace | null {
  const placed = coverageOf({ id: span.source, sentences }, claims).map((sentence, at): PlacedSentence => ({
    ...sentence,
    number: at + 1,
    isEvidence: span.start < sentence.end && sentence.start < span.end,
  }));
  const touched = placed.filter(({ isEvidence }) => isEvidence);
  if (touched.length === 0) return null;
  const [first, last] = [touched[0]!.number, touched.at(-1)!.number];
  const around = placed.slice(Math.max(first - 1 - NEIGHBOURS, 0), last + NEIGHBOURS);
  return { first, last, of: placed.length, around };
}

export interface Piece {
  text: string;
  isEvidence: boolean;
  /** Number of the sentence that begins with it. */
  begins: number | null;
}

/** The text of a place, cut where sentences begin and where the span begins and ends. */
export function passageOf(text: string, { start, end }: Span, { around }: EvidencePlace): Piece[] {
  const [from, to] = [around[0]!.start, around.at(-1)!.end];
  const numbers = new Map(around.map((sentence) => [sentence.start, sentence.number]));
  const cuts = [...new Set([...numbers.keys(), start, end, to])]
    .filter((cut) => cut >= from && cut <= to)
    .toSorted((a, b) => a - b);
  return cuts.slice(0, -1).map((cut, at) => ({
    text: text.slice(cut, cuts[at + 1]),
    isEvidence: cut >= start && cut < end,
    begins: numbers.get(cut) ?? null,
  }));
}
