// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { createThinning } from '../../../page/density.ts';
import type { Span } from '../../../page/mark.ts';
import type { Density } from '../../../platform/settings-values.ts';

/** Each line of a page: the tag of the element that holds it, and the entities that it mentions; `!` is a sentence that matches a claim. */
const PAGE: [tag: string, names: string][] = [
  ['p', 'nso pegasus nso !'],
  ['h2', 'nso'],
  ['p', 'nso asselborn'],
  ['p', 'asselborn !'],
  ['h3', ''],
  ['li', 'nso'],
];

const NAMES = ['nso', 'pegasus', 'asselborn'];

function marked(density: Density | 'none', page = PAGE): string[] {
  const thinning = createThinning(density);
  return page.map(([tag, names]) => {
    thinning.enter(document.createElement(tag));
    const spans = names.split(' ').filter(Boolean).map(spanOf);
    return thinning
      .thin(spans)
      .filter(({ quiet }) => !quiet)
      .map(({ target }) => target)
      .join(' ');
  });
}

function spanOf(name: string, start: number): Span {
  const entity = NAMES.indexOf(name);
  return { kind: entity < 0 ? 'claim' : 'mention', start, end: start + 1, entity, target: name };
}

test('every mention', () => expect(marked('every')).toEqual(PAGE.map(([, names]) => names)));

test('the first in each section: a heading starts one and belongs to it', () => {
  expect(marked('section')).toEqual(['nso pegasus !', 'nso', 'asselborn', '!', '', 'nso']);
});

test('the first on the page', () => expect(marked('page')).toEqual(['nso pegasus !', '', 'asselborn', '!', '', '']));

test('none, but the sentences that match a claim', () => expect(marked('none')).toEqual(['!', '', '', '!', '', '']));

test('a heading of several lines starts one section', () => {
  const heading = document.createElement('h2');
  const thinning = createThinning('section');
  const quiet = [spanOf('nso', 0), spanOf('nso', 0)].map((span) => {
    thinning.enter(heading);
    return thinning.thin([span])[0]!.quiet ?? false;
  });
  expect(quiet).toEqual([false, true]);
});
