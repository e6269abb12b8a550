/**
 * Folding: what is left of a text when case, diacritics, ligatures and invisible characters do not count.
 * It is the one notion of sameness for aliases, cues, search and checks.
 */

/** Letters that Unicode does not decompose, and forms that writers use for one another. */
const unified: Record<string, string> = {
  ß: 'ss',
  ẞ: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
  ħ: 'h',
  // Arabic: alef, ya and ta marbuta are written in several ways
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ة: 'ه',
  ک: 'ك',
  ؤ: 'و',
  ئ: 'ي',
  ڤ: 'ف',
  گ: 'غ',
  پ: 'ب',
  چ: 'ج',
  // Hebrew: final forms, so that an ending does not hide the letter
  ך: 'כ',
  ם: 'מ',
  ן: 'נ',
  ף: 'פ',
  ץ: 'צ',
  // Russian ё is mostly printed е; Ukrainian і and Russian и stand for one another in names
  ё: 'е',
  і: 'и',
  ї: 'и',
  й: 'и',
  ґ: 'г',
  є: 'е',
  ς: 'σ',
};

/** Soft hyphens, zero-width characters, directional marks, tatweel, and every combining mark. */
const invisible = /[\u00ad\u034f\u061c\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\p{M}]/gu;

const letter = /\p{L}/u;

/** Signs and ligatures of letters that decompose to something with a space. */
const spaced = /[\u037a\ufc5e-\ufc63\ufdfa\ufdfb\ufe70-\ufe7f]/;

const everyUnified = new RegExp(`[${Object.keys(unified).join('')}]`, 'g');

/** Folds one code point: `''` where it does not count, otherwise one or more characters. A letter stays one word, whatever it decomposes to. */
export function foldCharacter(character: string): string {
  const folded = decompose(character);
  return letter.test(character) ? folded.replaceAll(' ', '') : folded;
}

/** Folds the letters of a text and leaves what stands between the words. As `foldCharacter` of each, but by the browser's own means. */
export function foldLetters(text: string): string {
  return spaced.test(text) ? Array.from(text, foldCharacter).join('') : decompose(text);
}

/** What does not count goes first as well: to put a long row of marks in order takes the square of its length. */
function decompose(text: string): string {
  const letters = text.replace(invisible, '').toLowerCase().normalize('NFKD').replace(invisible, '').toLowerCase();
  return letters.replace(everyUnified, (found) => unified[found]!);
}

/**
 * Folds a text to words joined by single spaces; whatever is neither letter, digit nor underscore separates words.
 * `foldText('L’Affaire\u00a0P\u00e9gasus')` is `'l affaire pegasus'`.
 */
export function foldText(text: string): string {
  return foldLetters(text)
    .replace(/[^\p{L}\p{N}_]+/gu, ' ')
    .trim();
}

/** A pattern of the vocabulary with its words parted by single spaces, as hyphens and apostrophes part those of a page. */
export function spaceOut(pattern: string): string {
  return pattern.replace(/[\s'’-]+/g, ' ').trim();
}
