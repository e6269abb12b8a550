// @vitest-environment happy-dom
/** Where stepping leads: only to what a reader can see. Boxes are given, since nothing is laid out here. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { canBeSeen, holdClippingBoxes } from '../../../page/in-sight.ts';

type Edges = [left: number, top: number, right: number, bottom: number];

const rectOf = ([left, top, right, bottom]: Edges) => new DOMRect(left, top, right - left, bottom - top);
/** Where no other box is given, an element is as large as this. */
const wholePage: Edges = [0, 0, 1000, 2000];

beforeEach(() => {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function box(this: Element) {
    const given = this.getAttribute('data-box')?.split(' ').map(Number);
    return rectOf((given as Edges | undefined) ?? wholePage);
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  document.documentElement.removeAttribute('style');
  document.body.removeAttribute('style');
  document.body.innerHTML = '';
});

/** The element `#text` of some markup, and whether text at these edges in it is stepped to. */
function isSteppedTo(html: string, text: Edges): boolean {
  document.body.innerHTML = html;
  return canBeSeen(rectOf(text), document.querySelector('#text')!);
}

const hidden = 'overflow-x: hidden; overflow-y: hidden';
const line: Edges = [100, 100, 180, 120];

test.each<[what: string, html: string, text: Edges]>([
  ['text for screen readers alone', `<p id="text" style="${hidden}" data-box="100 100 101 101"></p>`, line],
  ['text clipped to nothing', '<p id="text" style="clip-path: inset(50%)"></p>', line],
  ['text clipped to nothing in the old way', '<p id="text" style="clip: rect(0px, 0px, 0px, 0px)"></p>', line],
  [
    'a slide beside the one that shows',
    `<div style="${hidden}" data-box="0 0 300 200"><p id="text"></p></div>`,
    [310, 10, 390, 30],
  ],
  [
    'text folded to no height',
    `<div style="${hidden}" data-box="0 50 300 50"><p id="text"></p></div>`,
    [10, 50, 90, 70],
  ],
  ['a hair that a box leaves of a word', `<div style="${hidden}" data-box="0 0 102 200"><p id="text"></p></div>`, line],
  [
    'a slide in a box with edges of its own',
    '<div style="overflow-x: clip" data-box="0 0 90 200"><p id="text"></p></div>',
    line,
  ],
  ['text left of where the page begins', '<p id="text"></p>', [-9999, 100, -9900, 120]],
  ['text above where the page begins', '<p id="text"></p>', [100, -500, 180, -480]],
  [
    'a placed text that a positioned box cuts off',
    `<div style="position: relative; ${hidden}" data-box="0 0 90 90"><p id="text" style="position: absolute"></p></div>`,
    line,
  ],
])('%s is passed over', (_, html, text) => expect(isSteppedTo(html, text)).toBe(false));

test.each<[what: string, html: string, text: Edges]>([
  ['plain text', '<p id="text"></p>', line],
  ['text far down the page', '<p id="text"></p>', [100, 90_000, 180, 90_020]],
  ['the slide that shows', `<div style="${hidden}" data-box="0 0 300 200"><p id="text"></p></div>`, line],
  [
    'text below in a box that scrolls',
    '<div style="overflow-y: auto" data-box="0 0 300 200"><p id="text"></p></div>',
    [100, 900, 180, 920],
  ],
  [
    'a placed text that sticks out of a box',
    `<div style="position: static; ${hidden}" data-box="0 0 90 90"><p id="text" style="position: absolute"></p></div>`,
    line,
  ],
  [
    'text in a bar that stays in the window',
    `<div style="position: relative; ${hidden}" data-box="0 0 9 9"><p id="text" style="position: fixed"></p></div>`,
    line,
  ],
  ['a slim word', `<div style="${hidden}" data-box="0 0 103 200"><p id="text"></p></div>`, line],
])('%s is stepped to', (_, html, text) => expect(isSteppedTo(html, text)).toBe(true));

test('what the page’s own boxes hide is still there to be scrolled to', () => {
  for (const own of [document.documentElement, document.body]) own.setAttribute('style', hidden);
  document.documentElement.setAttribute('data-box', '0 0 50 50');
  expect(isSteppedTo('<p id="text"></p>', line)).toBe(true);
});

test('text in a component is cut off by the boxes around it', () => {
  document.body.innerHTML = `<div style="${hidden}" data-box="0 0 50 50"><x-slide></x-slide></div>`;
  const root = document.querySelector('x-slide')!.attachShadow({ mode: 'open' });
  root.innerHTML = '<p id="text"></p>';
  expect(canBeSeen(rectOf(line), root.querySelector('#text')!)).toBe(false);
});

test('text that is not laid out, or that a style hides, is passed over', () => {
  document.body.innerHTML = '<p id="text"></p>';
  const text = document.querySelector('#text')!;
  expect(canBeSeen(undefined, text)).toBe(false);
  const checkVisibility = vi.fn(() => false);
  Object.assign(text, { checkVisibility });
  expect(canBeSeen(rectOf(line), text)).toBe(false);
  expect(checkVisibility).toHaveBeenCalledWith({ opacityProperty: true });
});

describe('after a jump', () => {
  const at = (selector: string) => {
    const { scrollLeft, scrollTop } = document.querySelector(selector)!;
    return [scrollLeft, scrollTop];
  };

  test('a carousel stands where it stood, and what scrolls is where the jump led', () => {
    document.body.innerHTML = `<div id="scrolls" style="overflow-y: auto"><div id="slides" style="overflow-x: hidden"><p id="text"></p></div></div>`;
    document.querySelector('#slides')!.scrollLeft = 300;
    const putBack = holdClippingBoxes(document.querySelector('#text')!);
    document.querySelector('#slides')!.scrollLeft = 600;
    Object.assign(document.querySelector('#scrolls')!, { scrollLeft: 600, scrollTop: 40 });
    putBack();
    expect([at('#slides'), at('#scrolls')]).toEqual([
      [300, 0],
      [600, 40],
    ]);
  });
});
