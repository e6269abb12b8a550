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

/** Most aliases, and most words of most pages. */
const plain = /^[\x20-\x7e]*$/;

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
    if (!invisible.test(base)) folded += unified[base] ?? base.toLowerCase();
  }
  return folded;
}

/**
 * Folds a text to words joined by single spaces; whatever is neither letter, digit nor underscore separates words.
 * `foldText('L’Affaire\u00a0P\u00e9gasus')` is `'l affaire pegasus'`.
 */
export function foldText(text: string): string {
  if (plain.test(text)) return text.toLowerCase().replace(/[^a-z0-9_]+/g, ' ').trim();
  let folded = '';
  for (const character of text) folded += foldCharacter(character);
  return folded.replace(/[^\p{L}\p{N}_]+/gu, ' ').trim();
}
