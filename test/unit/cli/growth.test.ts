/** One line without end: twice as much of it takes about twice the time. Both are measured in one run, by the processor's time, and the least counts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { annotateText } from '../../../cli/annotate/annotate-text.ts';
import { readTextBlocks } from '../../../cli/annotate/text-blocks.ts';
import { engine } from '../matching/engine.ts';

const article = readFileSync(join(import.meta.dirname, '../../fixtures/articles/en-immunity.txt'), 'utf8');
const letters = Array.from({ length: 5_000 }, (_, at) => String.fromCharCode(97 + ((at * at) % 26))).join('');

/** Work that grows with the square would take four times as long. */
const most = 2.6;

function spentMs(text: string): number {
  const before = process.threadCpuUsage();
  let finds = 0;
  for (const block of annotateText('long.txt', readTextBlocks(text), engine).blocks) finds += block.finds.length;
  const { user, system } = process.threadCpuUsage(before);
  expect(finds).toBeGreaterThanOrEqual(0);
  return (user + system) / 1000;
}

it.each([
  ['of news', `${article.replaceAll(/\s+/g, ' ').trim()} `, 150_000],
  ['of one word', letters, 1_000_000],
  ['of names', 'NSO Group ', 150_000],
  ['of names without space', 'Pegasus', 300_000],
  ['of sentences of one name', 'Pegasus. ', 150_000],
])(
  'a line %s',
  (_, piece, length) => {
    const lineOf = (size: number) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
    const [one, two] = [lineOf(length), lineOf(2 * length)];
    spentMs(one);
    let least = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < 5 && least > most; attempt++)
      least = Math.min(least, spentMs(two) / Math.max(1, Math.min(spentMs(one), spentMs(one))));
    expect(least).toBeLessThanOrEqual(most);
  },
  300_000,
);
