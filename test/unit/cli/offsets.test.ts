import fc from 'fast-check';
import { expect, it } from 'vitest';
import { annotateText } from '../../../cli/annotate/annotate-text.ts';
import type { BlockText } from '../../../cli/annotate/blocks.ts';
import { readHtmlBlocks } from '../../../cli/annotate/html-blocks.ts';
import { readTextBlocks } from '../../../cli/annotate/text-blocks.ts';
import { compileLexicon, readFactBase } from '../../../data/compile.ts';
import { createEngine } from '../../../matching/engine.ts';

const engine = createEngine(compileLexicon(readFactBase()));

const WORDS = [
  'NSO Group',
  'NSO',
  'Pegasus',
  'Peg\u00ADasus',
  'Jean Asselborn',
  "d'Asselborn",
  'NSO-Gruppe',
  'Gantz',
  'spyware',
  'Logiciel espion',
  'the',
  'und',
  'İstanbul',
  '\u{1F40E}',
  'e\u0301t\u00E9',
  '\uFB03',
  '\u05E4\u05D2\u05E1\u05D5\u05E1',
  'said',
  '.',
  ',',
  '«',
  '\u00A0',
  '\u200B',
  '12 000',
];
const words = (between: string[]) =>
  fc
    .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...between)), { minLength: 1, maxLength: 40 })
    .map((pairs) => pairs.flat().join(''));

/** Whether blocks and finds say where they stand. */
function lands(read: BlockText): void {
  let from = 0;
  for (const { start, text } of read.blocks) {
    expect(read.text.slice(start, start + text.length)).toBe(text);
    expect(read.text.slice(from, start)).toMatch(/^\s*$|^\uFEFF$/);
    from = start + text.length;
  }
  for (const { start, end, text } of [...annotateText('a.txt', read, engine).blocks].flatMap(({ finds }) => finds)) {
    expect(read.text.slice(start, end)).toBe(text);
  }
}

it('offsets land on the text of a file', () => {
  fc.assert(
    fc.property(words([' ', ' ', '\n', '\r\n', '\n\n', '\t', '']), (text) => {
      const read = readTextBlocks(`NSO Group sold Pegasus, a spyware.\n${text}`);
      expect(read.text.endsWith(text)).toBe(true);
      lands(read);
    }),
  );
});

it('offsets land on the text of a page, whatever markup runs through the names', () => {
  fc.assert(
    fc.property(
      words([
        ' ',
        '<b>',
        '</b>',
        '<br>',
        '<p>',
        '</p>',
        '<li>',
        '&amp;',
        '&shy;',
        '<!-- x -->',
        '<img>',
        '<td>',
        '</div>',
        '',
      ]),
      (markup) => {
        lands(readHtmlBlocks(`<p>NSO Group sold Pegasus, a spyware.</p>${markup}`, 'html'));
      },
    ),
  );
});

it.each([
  ['a wrapped line goes on', 'The firm\nsays so.', ['The firm\nsays so.']],
  ['a sentence ends with its line', 'The firm says so.\nand more', ['The firm says so.', 'and more']],
  ['a quotation closes after its stop', '“The firm says so.”\nand more', ['“The firm says so.”', 'and more']],
  ['a capital begins a line of its own', 'A heading\nThe firm', ['A heading', 'The firm']],
  ['an empty line parts', 'The firm\n\nsays so', ['The firm', 'says so']],
  ['a line of spaces parts', 'The firm\r\n \t\r\nsays so', ['The firm', 'says so']],
  ['Windows lines', 'The firm\r\nsays so.\r\n', ['The firm\r\nsays so.']],
])('%s', (_, text, expected) => {
  expect(readTextBlocks(text).blocks.map((block) => block.text)).toEqual(expected);
});
