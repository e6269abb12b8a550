import { literal } from './expression.ts';
import type { Vocabulary } from './facts.ts';
import { foldText } from './fold.ts';
import type { Entity } from './schema.ts';

/** What the gate asks a page for. The lists are joined by `|`; their entries are beginnings of folded words, in a row. */
export interface Gate {
  /** Source of a regular expression, without flags, for raw page text: every name of the affair holds a match. It is all that most pages are asked for. */
  trigger: string;
  /** Words that speak for the affair by themselves beside such a name. */
  strong: string;
  /** Words and beginnings of other names of which two different ones are needed. */
  weak: string;
}

/** Vocabulary from this weight on speaks for the affair by itself. */
const STRONG_WEIGHT = 2;
/** So many letters of each word are kept: the gate may open too often, but has to be small. */
const STRONG_LETTERS = 6;
const WEAK_LETTERS = 5;

/**
 * Made of every alias of a central entity, also an ambiguous one, of aliases that need no context, of the vocabulary, and of the other
 * entities' full names of two words and more, where every language writes them so.
 */
export function gateOf(entities: Entity[], vocabulary: Vocabulary): Gate {
  const central = entities.filter((entity) => entity.central).flatMap(textsOf);
  const certain = entities.flatMap(({ aliases }) =>
    aliases.filter(({ needs }) => needs === 'nothing').map(({ text }) => text),
  );
  const others = entities
    .filter((entity) => !entity.central)
    .flatMap(fullNamesOf)
    .filter((name) => name.includes(' '));
  const words = (fits: (weight: number) => boolean): string[] =>
    vocabulary.affair.filter(({ weight }) => fits(weight)).flatMap((group) => group.words);

  // The name itself is no second sign
  const isName = (sign: string): boolean => central.some((name) => foldText(name).startsWith(sign));
  const strong = shortest(
    [...words((weight) => weight >= STRONG_WEIGHT), ...certain.map(foldText)].map((text) =>
      beginnings(text, STRONG_LETTERS),
    ),
  ).filter((sign) => sign.includes(' ') || !isName(sign));
  const weak = cover([...words((weight) => weight < STRONG_WEIGHT), ...others], (text) =>
    beginnings(text, WEAK_LETTERS)
      .split(' ')
      .filter((word) => word.length >= WEAK_LETTERS - 1),
  ).filter((sign) => !strong.includes(sign));
  return { trigger: triggerOf([...central, ...certain]), strong: strong.join('|'), weak: weak.toSorted().join('|') };
}

function textsOf({ aliases }: Entity): string[] {
  return aliases.map(({ text }) => text);
}

/** Folded, as they are written everywhere. */
function fullNamesOf({ aliases }: Entity): string[] {
  return aliases
    .filter(({ kind, language }) => kind === 'full' && language === 'und')
    .map(({ text }) => foldText(text));
}

function beginnings(pattern: string, letters: number): string {
  return pattern
    .replaceAll('*', '')
    .split(' ')
    .map((word) => word.slice(0, letters))
    .join(' ');
}

/** Without those that begin like another one. */
function shortest(signs: string[]): string[] {
  const known = [...new Set(signs)];
  return known.filter((sign) => !known.some((other) => other !== sign && ` ${sign}`.includes(` ${other}`))).toSorted();
}

/** A word shorter than this is no sign of a name of several words. */
const SHORTEST_WORD = 3;
/** Of a capitalised word this long, what follows the capital is looked for, so that `#pegasus` is found too. */
const LONG_WORD = 5;

/**
 * Few literal words, of which every name holds one, as written and in capitals. No flag and nothing to look behind for: with a
 * case-insensitive expression of all names a page takes seven times as long.
 */
function triggerOf(names: string[]): string {
  const written = names.flatMap((name) => [name, name.toUpperCase()]).toSorted((a, b) => a.length - b.length);
  return cover(written, signsOf).map(expressionOf).toSorted().join('|') || '(?!)';
}

/** Signs of which every name holds one (itself, where it has none): first those without an alternative, then those that most names hold. */
function cover(names: Iterable<string>, signsIn: (name: string) => string[]): string[] {
  const open = new Set(names);
  const signs = (name: string): string[] => {
    const found = signsIn(name);
    return found.length > 0 ? found : [name];
  };
  const chosen: string[] = [];
  const choose = (sign: string): void => {
    chosen.push(sign);
    for (const name of open) if (name.includes(sign)) open.delete(name);
  };
  for (const name of open) if (signs(name).length === 1) choose(signs(name)[0]!);
  while (open.size > 0) {
    const holders = Map.groupBy([...open].flatMap(signs), (sign) => sign);
    choose([...holders].toSorted((a, b) => b[1].length - a[1].length || b[0].length - a[0].length)[0]![0]);
  }
  return chosen;
}

/** What may stand for a name: each of its words that is long enough to say something. */
function signsOf(name: string): string[] {
  const words = name.split(/[^\p{L}\p{M}.]+/u).filter((word) => word.length >= SHORTEST_WORD);
  return words.map((word) => (word.length >= LONG_WORD && /^\p{Lu}\p{Ll}/u.test(word) ? word.slice(1) : word));
}

/** Short words stand alone; what separates words may be anything; a letter with a mark may be written without it. */
function expressionOf(sign: string): string {
  const written = [...sign]
    .map((character) => {
      if (!/[\p{L}\p{M}.]/u.test(character)) return '.';
      const plain = character.normalize('NFD').replaceAll(/\p{M}/gu, '');
      return plain === character || plain === '' ? literal(character) : `[${character}${plain}]`;
    })
    .join('');
  return /^[A-Z.]+$/.test(sign) && sign.length < LONG_WORD ? String.raw`\b${written}(?![A-Z])` : written;
}
