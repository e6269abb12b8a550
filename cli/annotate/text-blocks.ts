import type { Block, BlockText } from './blocks.ts';

/** A longer line is no paragraph: what stands that far apart in it has no more to do with each other than paragraphs have. In UTF-16 code units. */
const longestBlock = 4_096;

/**
 * Each line is a block, a very long one several. A line that does not end a sentence and is followed by one that begins with a lower-case letter goes on in it:
 * a text wrapped by hand.
 */
export function readTextBlocks(text: string): BlockText {
  const blocks: Block[] = [];
  let before: { start: number; end: number } | null = null;
  const close = () => {
    if (before) {
      for (const [start, end] of piecesOf(text, before.start, before.end))
        blocks.push({ start, text: text.slice(start, end), role: 'paragraph' });
    }
    before = null;
  };
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+|\r\n?|\n/g)) {
    if (/^[\r\n]/.test(line)) continue;
    const start = index + line.length - line.trimStart().length;
    const end = index + line.trimEnd().length;
    if (start >= end) close();
    else if (before && goesOn(text, before, start)) before.end = end;
    else {
      close();
      before = { start, end };
    }
  }
  close();
  return { text, blocks };
}

/** Cut after a sentence, else after white space, else anywhere but within a character. */
function* piecesOf(text: string, from: number, to: number): Generator<[start: number, end: number]> {
  let start = from;
  while (to - start > longestBlock) {
    const piece = text.slice(start, start + longestBlock);
    const ends = [...piece.matchAll(/[.!?…。]["'’”»)\]]*\s/gu)].map(({ 0: found, index }) => index + found.length);
    const whole = piece.length - Number(/[\uD800-\uDBFF]$/.test(piece));
    const end =
      start + ([ends.at(-1), piece.search(/\s\S*$/u) + 1].find((cut) => cut && cut > longestBlock / 2) ?? whole);
    yield [start, end];
    start = end;
  }
  yield [start, to];
}

/** Whether the line that begins at `start` continues what was read. An empty line between them parts. */
function goesOn(text: string, before: { start: number; end: number }, start: number): boolean {
  const between = text.slice(before.end, start);
  if ((between.match(/\r\n?|\n/g)?.length ?? 0) > 1) return false;
  if (/[.!?…؟。:]["'’”»›)\]\s]*$/u.test(text.slice(Math.max(before.start, before.end - 12), before.end))) return false;
  return /^\p{Ll}/u.test(text.slice(start, start + 2));
}
