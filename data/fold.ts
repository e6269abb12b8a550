/**
 * Folding: what is left of a text when case, diacritics, ligatures and invisible characters do not count.
 * It is the one notion of sameness for aliases, cues, search and checks.
 */

/** Letters that Unicode does not decompose, and forms that writers use for one another. */
const unified: Record<string, string> = {
  ß: 'ss', ẞ: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', ı: 'i', þ: 'th', ħ: 'h',
  // Arabic: alef, ya and ta marbuta are written in several ways
  أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ی: 'ي', ة: 'ه', ک: 'ك', ؤ: 'و', ئ: 'ي', ڤ: 'ف', گ: 'غ', پ: 'ب', چ: 'ج',
  // Hebrew: final forms, so that an ending does not hide the letter
  ך: 'כ', ם: 'מ', ן: 'נ', ף: 'פ', ץ: 'צ',
  // Russian ё is mostly printed е; Ukrainian і and Russian и stand for one another in names
  ё: 'е', і: 'и', ї: 'и', й: 'и', ґ: 'г', є: 'е', ς: 'σ',
};

/** Soft hyphens, zero-width characters, directional marks, tatweel, and every combining mark. */
const invisible = /[\u00ad\u034f\u061c\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\p{M}]/u;

const letter = /\p{L}/u;

/** What the browser decomposes otherwise than letter by letter: signs and ligatures that hold a space. */
const spaced = /[\u037a\ufc5e-\ufc63\ufdfa\ufdfb\ufe70-\ufe7f]/;

const everyInvisible = new RegExp(invisible, 'gu');
const everyUnified = new RegExp(`[${Object.keys(unified).join('')}]`, 'g');

const known = new Map<string, string>();

/** Folds one code point: `''` where it does not count, otherwise one or more characters. */
export function foldCharacter(character: string): string {
  let folded = known.get(character);
  if (folded === undefined) known.set(character, (folded = learn(character)));
  return folded;
}

function learn(character: string): string {
  if (invisible.test(character)) return '';
  let folded = '';
  for (const part of character.toLowerCase()) folded += unified[part] ?? compatible(part);
  return folded;
}

function compatible(part: string): string {
  let folded = '';
  for (const base of part.normalize('NFKD')) {
    // Isolated Arabic vowel signs are letters that decompose to a space and a mark
    if (base === ' ' && letter.test(part)) continue;
    const lower = base.toLowerCase();
    if (!invisible.test(base)) folded += unified[lower] ?? lower;
  }
  return folded;
}

/** Folds the letters of a text and leaves what stands between the words. As `foldCharacter` of each, but by the browser's own means. */
export function foldLetters(text: string): string {
  if (spaced.test(text)) return Array.from(text, foldCharacter).join('');
  // Marks go first: to put thousands of them in a row into order takes the browser the square of their number
  return text.toLowerCase().replace(everyInvisible, '').normalize('NFKD').replace(everyInvisible, '').toLowerCase().replace(everyUnified, (letter) => unified[letter]!);
}

/**
 * Folds a text to words joined by single spaces; whatever is neither letter, digit nor underscore separates words.
 * `foldText('L’Affaire\u00a0P\u00e9gasus')` is `'l affaire pegasus'`.
 */
export function foldText(text: string): string {
  return foldLetters(text).replace(/[^\p{L}\p{N}_]+/gu, ' ').trim();
}

/** A pattern of the vocabulary with its words parted by single spaces, as hyphens and apostrophes part those of a page. */
export function spaceOut(pattern: string): string {
  return pattern.replace(/[\s'’-]+/g, ' ').trim();
}
