// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { createThinning, type Thickness } from '../../../page/density.ts';
import type { Span } from '../../../page/mark.ts';

/**
 * Each line of a page: the tag of the element that holds it, and what is marked in it. A number is a sentence that raises
 * the contradiction of that number, `=` one that takes up a claim that nobody contests; all else are names.
 */
const PAGE: [tag: string, marked: string][] = [
  ['p', 'nso pegasus nso 1 ='],
  ['h2', 'nso'],
  ['p', 'nso asselborn 1'],
  ['p', 'asselborn 2 1'],
  ['h3', ''],
  ['li', 'nso 2'],
];

const NAMES = ['nso', 'pegasus', 'asselborn'];
const isName = (word: string) => NAMES.includes(word);

/** What is painted in each line, of names and of sentences. */
function painted(thickness: Partial<Thickness>, page = PAGE): { names: string[]; sentences: string[] } {
  const thinning = createThinning({ density: 'every', sentences: 'contested', ...thickness });
  const lines = page.map(([tag, words]) => {
    thinning.enter(document.createElement(tag));
    const spans = thinning.thin(words.split(' ').filter(Boolean).map(spanOf));
    return spans.filter(({ quiet }) => !quiet).map(({ target }) => target);
  });
  return {
    names: lines.map((words) => words.filter(isName).join(' ')),
    sentences: lines.map((words) => words.filter((word) => !isName(word)).join(' ')),
  };
}

function spanOf(word: string, start: number): Span {
  const [kind, subject] = isName(word)
    ? (['mention', NAMES.indexOf(word)] as const)
    : word === '='
      ? (['claim', -1] as const)
      : (['contested', Number(word)] as const);
  return { kind, start, end: start + 1, subject, target: word };
}

test('every mention', () => {
  expect(painted({ density: 'every' }).names).toEqual([
    'nso pegasus nso',
    'nso',
    'nso asselborn',
    'asselborn',
    '',
    'nso',
  ]);
});

test('the first in each section: a heading starts one and belongs to it', () => {
  expect(painted({ density: 'section' }).names).toEqual(['nso pegasus', 'nso', 'asselborn', '', '', 'nso']);
});

test('the first on the page', () => {
  expect(painted({ density: 'page' }).names).toEqual(['nso pegasus', '', 'asselborn', '', '', '']);
});

test('no name', () => expect(painted({ density: 'none' }).names.join('')).toBe(''));

test('a contradiction is marked where a section first raises it, and nothing else', () => {
  expect(painted({ density: 'page' }).sentences).toEqual(['1', '', '1', '2', '', '2']);
});

test('every sentence that takes up a claim', () => {
  expect(painted({ sentences: 'every' }).sentences).toEqual(['1 =', '', '1', '2 1', '', '2']);
});

test('no sentence', () => expect(painted({ sentences: 'none' }).sentences.join('')).toBe(''));

test('a heading of several lines starts one section', () => {
  const heading = document.createElement('h2');
  const thinning = createThinning({ density: 'section', sentences: 'contested' });
  const quiet = [spanOf('nso', 0), spanOf('nso', 0)].map((span) => {
    thinning.enter(heading);
    return thinning.thin([span])[0]!.quiet ?? false;
  });
  expect(quiet).toEqual([false, true]);
});
