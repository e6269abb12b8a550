import { INVISIBLE, kindOf } from './characters.ts';

/** Half-open range of UTF-16 offsets. */
export interface Span {
  start: number;
  end: number;
}

/** Abbreviations before which a full stop does not end a sentence, in the languages of the data; folded by hand. */
const abbreviations = new Set(
  (
    'm mm mme mr mrs ms dr pr prof st ste me no nr art etc vs jr sr gen sen gov sra dott sig hr bzw ca usw ' +
    'jan feb sep sept oct okt nov dec dez janv u s z b d h e g i p a o'
  ).split(' '),
);

const closing = /["'»«”’›)\]\s\u00a0\u202f]/;

/**
 * Splits a block of text into sentences without white space at their ends. A stop ends a sentence where white space and no
 * lower-case letter follow, and where the word before it is no abbreviation or initial. Line breaks end nothing: blocks wrap.
 */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  const stops = /[.!?…؟。]+/g;
  let from = 0;
  for (let stop = stops.exec(text); stop; stop = stops.exec(text)) {
    let end = stop.index + stop[0].length;
    let spaced = false;
    while (end < text.length && closing.test(text[end]!)) {
      if (/[\s\u00a0\u202f]/.test(text[end]!)) spaced = true;
      else if (spaced && /["'«“‘›([]/.test(text[end]!)) break;
      end++;
    }
    if (end < text.length && (!spaced || !opens(text, end))) continue;
    if (stop[0] === '.' && end < text.length && abbreviated(text, stop.index)) continue;
    push(text, from, end, spans);
    from = end;
    stops.lastIndex = end;
  }
  push(text, from, text.length, spans);
  return spans;
}

/** Whether a sentence can begin here: with anything but a lower-case letter or a comma. */
function opens(text: string, at: number): boolean {
  const character = text[at]!;
  return character === character.toUpperCase() && !/[,;:–]/.test(character);
}

function abbreviated(text: string, stop: number): boolean {
  let start = stop;
  while (start > 0 && kindOf(text.charCodeAt(start - 1)) > INVISIBLE) start--;
  const word = text.slice(start, stop);
  if (word === '') return false;
  // "am 3. November", "19. Jh.": a figure before the stop is an ordinal more often than an end
  if (/^\d{1,2}$/.test(word)) return true;
  if (/^\p{Lu}$/u.test(word)) return true;
  return word.length <= 5 && abbreviations.has(word.toLowerCase());
}

function push(text: string, from: number, to: number, spans: Span[]): void {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  if (end > start) spans.push({ start, end });
}

/** The sentence that holds an offset; the last one for an offset behind all. */
export function sentenceAt(sentences: readonly Span[], offset: number): Span {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return sentences[low] ?? { start: 0, end: 0 };
}

/** Whether a sign ends it. Headlines, captions and by-lines have none. */
export function isEnded(sentence: string): boolean {
  return /[.!?…:;؟。]["'»«”“’)\]]*\s*$/u.test(sentence);
}
