/** Proves the fact base against the documents themselves, which are not part of the project. Needs Node. */
import { createHash } from 'node:crypto';
import { textOf } from './documents.ts';
import { literal } from './expression.ts';
import type { Problem } from './problem.ts';
import type { FactBase } from './read.ts';
import type { Claim, Source } from './schema.ts';

/** SHA-256 in hexadecimal; of a text, that of its UTF-8. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * Everything in which a source's record and its evidence differ from the document: its bytes, its length, its sentences and what lies
 * between them, each span of evidence, and each quotation, which must stand between quotation marks inside the span.
 */
export function checkOriginal(source: Source, claims: FactBase['claims'], bytes: Uint8Array): Problem[] {
  const text = textOf(bytes);
  return [...checkDocument(source, bytes, text), ...claims.flatMap((claim) => checkEvidence(claim, source, text))];
}

/** True where `quote` stands between quotation marks within `start` and `end`; the marks may lie outside. Runs of white space are equal. */
export function isQuoted(text: string, quote: string, { start, end }: { start: number; end: number }): boolean {
  const words = quote.trim().split(/\s+/u).map(literal);
  const occurrences = [...text.matchAll(new RegExp(words.join(String.raw`\s+`), 'gu'))];
  const quotations = [...text.matchAll(QUOTATION)];
  return occurrences.some((found) => {
    const inSpan = found.index >= start && found.index + found[0].length <= end;
    return (
      inSpan &&
      quotations.some(
        (around) => around.index < found.index && found.index + found[0].length < around.index + around[0].length,
      )
    );
  });
}

/** A quotation does not run over the end of a line: an unpaired mark spoils no more than that. */
const QUOTATION = /«[^»\n]*»|“[^”\n]*”|„[^“”\n]*[“”]|‹[^›\n]*›|‘[^\n]*?’(?!\p{L})|"[^"\n]*"/gu;

function checkDocument(source: Source, bytes: Uint8Array, text: string): Problem[] {
  const file = `seeds/${source.id}.json`;
  const found: Problem[] = [];
  const say = (wrong: string, remedy: string) => found.push({ file, id: source.id, wrong, remedy });
  if (sha256(bytes) !== source.sha256)
    say(`the bytes of ${source.seed} do not have its sha256`, 'Compare the document with the record.');
  if (text.length !== source.length)
    say(`the text has ${text.length} UTF-16 units, not ${source.length}`, 'Correct the length.');
  let end = 0;
  for (const sentence of source.sentences) {
    checkGap(text.slice(end, sentence.start), end, say);
    if (sha256(text.slice(sentence.start, sentence.end)) !== sentence.sha256) {
      say(
        `the sentence at ${sentence.start}–${sentence.end} does not have its sha256`,
        'Correct its offsets or its hash.',
      );
    }
    end = Math.max(end, sentence.end);
  }
  checkGap(text.slice(end), end, say);
  return found;
}

function checkGap(gap: string, start: number, say: (wrong: string, remedy: string) => void): void {
  if (gap.trim() !== '') {
    say(
      `the text at ${start}–${start + gap.length} belongs to no sentence`,
      'Add a sentence, or let the next one begin there.',
    );
  }
}

function checkEvidence(claim: Claim, source: Source, text: string): Problem[] {
  const found: Problem[] = [];
  claim.evidence.forEach((span, at) => {
    if (span.source !== source.id) return;
    const say = (wrong: string, remedy: string) =>
      found.push({ file: 'data/claims.json', id: claim.id, wrong, remedy });
    const place = `evidence.${at} (${source.id} ${span.start}–${span.end})`;
    if (sha256(text.slice(span.start, span.end)) !== span.sha256) {
      say(`${place} does not have its sha256`, '`npm run facts -- locate` prints the right one.');
    }
    if (span.quote !== undefined && !isQuoted(text, span.quote, span)) {
      say(
        `${place} quotes words that do not stand between quotation marks there`,
        'Quote what the source quotes, or drop the quotation.',
      );
    }
  });
  return found;
}
