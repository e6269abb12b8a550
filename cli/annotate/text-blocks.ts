import type { Block, BlockText } from './blocks.ts';

/**
 * Each line is a block. A line that does not end a sentence and is followed by one that begins with a lower-case letter goes on in it:
 * a text wrapped by hand.
 */
export function readTextBlocks(text: string): BlockText {
  const blocks: Block[] = [];
  let before: { start: number; end: number } | null = null;
  const close = () => {
    if (before) blocks.push({ start: before.start, text: text.slice(before.start, before.end), role: 'paragraph' });
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

/** Whether the line that begins at `start` continues what was read. An empty line between them parts. */
function goesOn(text: string, before: { start: number; end: number }, start: number): boolean {
  const between = text.slice(before.end, start);
  if ((between.match(/\r\n?|\n/g)?.length ?? 0) > 1) return false;
  if (/[.!?…؟。:]["'’”»›)\]\s]*$/u.test(text.slice(Math.max(before.start, before.end - 12), before.end))) return false;
  return /^\p{Ll}/u.test(text.slice(start, start + 2));
}
