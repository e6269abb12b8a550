import type { Gate } from '../../data/gate-words.ts';

/** How many places of a page are looked at, and how much of the text around each. */
const mostPlaces = 20;
const reach = 1500;

/**
 * Makes the question whether a text may speak of the affair: a name of the affair stands in it, and near that name something else that
 * belongs to the affair. It errs on the side of yes. A text without such a name costs one pass of a plain expression.
 */
export function gateFor({ trigger, strong, weak }: Gate): (text: string) => boolean {
  const names = new RegExp(trigger, 'g');
  let words: Record<'strong' | 'weak', RegExp> | undefined;
  return (text) => {
    names.lastIndex = 0;
    if (!names.test(text)) return false;
    words ??= { strong: anyOf(strong), weak: anyOf(weak) };
    const near = folded(around(names, text));
    words.strong.lastIndex = 0;
    return words.strong.test(near) || new Set(Array.from(near.matchAll(words.weak), ([found]) => found)).size > 1;
  };
}

/** The text around the first places where a name stands, each out of reach of the one before. */
function around(names: RegExp, text: string): string {
  const parts: string[] = [];
  let read = 0;
  names.lastIndex = 0;
  for (let place = 0; place < mostPlaces; place++) {
    const found = names.exec(text);
    if (!found) break;
    const end = found.index + reach;
    parts.push(text.slice(Math.max(read, found.index - reach), end));
    // Within what is read already, the name tells nothing new
    names.lastIndex = read = end;
  }
  return parts.join(' ');
}

/** Close to `foldText`, in a fraction of its size: letters that Unicode does not decompose are those of the lists. */
function folded(text: string): string {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\p{M}\p{Cf}\u0640]/gu, '');
  return plain.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').replaceAll(/[ßłıøةىךםןףץ]/g, (letter) => LETTERS[letter]!);
}

const LETTERS: Record<string, string> = {
  ß: 'ss',
  ł: 'l',
  ı: 'i',
  ø: 'o',
  ة: 'ه',
  ى: 'ي',
  ך: 'כ',
  ם: 'מ',
  ן: 'נ',
  ף: 'פ',
  ץ: 'צ',
};

/** Finds the entries of a list in folded text. Arabic and Hebrew write prefixes onto a word, the others begin it. */
function anyOf(list: string): RegExp {
  const patterns = list
    .split('|')
    .filter(Boolean)
    .map((entry) => {
      const written = entry.replaceAll(' ', String.raw`\p{L}* `);
      return /^[\u0590-\u06ff]/.test(entry) ? written : `(?<!\\S)${written}`;
    });
  return new RegExp(patterns.join('|') || '(?!)', 'gu');
}
