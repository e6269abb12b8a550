/**
 * Pages that move words or letters about put each into a `div` that their style sets side by side (`display: inline-block`). By their
 * names these are blocks, and only their style tells; it is asked of nothing but such short ones.
 */
import { firstChildOf, localNameOf, nextSiblingOf, typeOf } from './nodes.ts';

const longestWord = 40;
/** A word in its box, letters in theirs, and what moves them. */
const deepest = 4;

/** How many letters a `div` within a line holds, if it holds no more than one word or a part of one; 0 for every other element. */
export function lettersInWordBox(element: Element): number {
  const letters = localNameOf(element) === 'div' ? lettersIn(element, longestWord, deepest) : 0;
  const ask: unknown = globalThis.getComputedStyle;
  if (letters === 0 || typeof ask !== 'function') return 0;
  return getComputedStyle(element).display.startsWith('inline') ? letters : 0;
}

/** The length of the word below an element; 0 where there is white space, more than fits, or anything but letters in `div` and `span`. */
function lettersIn(element: Element, room: number, depth: number): number {
  let letters = 0;
  for (let child = firstChildOf(element); child; child = nextSiblingOf(child)) {
    const within = typeOf(child) === 3 ? lettersOf(child as Text) : lettersOfBox(child, room - letters, depth - 1);
    letters += within;
    if (within === 0 || letters > room) return 0;
  }
  return letters;
}

function lettersOf({ data }: Text): number {
  return data.length <= longestWord && !/[\t\n\f\r ]/.test(data) ? data.length : 0;
}

function lettersOfBox(node: Node, room: number, depth: number): number {
  if (typeOf(node) !== 1 || depth === 0) return 0;
  const name = localNameOf(node as Element);
  return name === 'div' || name === 'span' ? lettersIn(node as Element, room, depth) : 0;
}
