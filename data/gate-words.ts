import { literal } from './expression.ts';
import type { Vocabulary } from './facts.ts';
import type { Entity } from './schema.ts';

/** Sources of two regular expressions for raw page text, to be compiled with the flags `iu`. */
export interface Gate {
  /** Finds a name of the affair; some, such as Pegasus, also name other things. */
  trigger: string;
  /** Finds a word of the affair's vocabulary, or a name that needs none. */
  support: string;
}

/** Vocabulary from this weight on speaks for the affair by itself. */
const SUPPORT_WEIGHT = 2;

/**
 * Makes the expressions: of every alias of a central entity, also an ambiguous one, of aliases that need no context, and of the vocabulary.
 * The gate errs on the side of opening.
 */
export function gateOf(entities: Entity[], vocabulary: Vocabulary): Gate {
  const names = entities.flatMap(({ central, aliases }) =>
    aliases.filter(({ needs }) => central || needs === 'nothing').map(({ text }) => text));
  const words = vocabulary.affair.filter(({ weight }) => weight >= SUPPORT_WEIGHT).flatMap((group) => group.words);
  const certain = entities.flatMap(({ aliases }) => aliases.filter(({ needs }) => needs === 'nothing').map(({ text }) => text));
  return { trigger: anyOf(names), support: anyOf([...words, ...certain]) };
}

/**
 * An expression for any of some names or words; one that matches nothing when there are none. Latin names start at a letter's edge and may
 * take the ending `s`, or any where a `*` ends them; other scripts write prefixes and endings onto the name, so no edge is asked for.
 */
function anyOf(texts: string[]): string {
  const kinds = Map.groupBy(new Set(texts.map((text) => text.normalize('NFC').toLowerCase())), (text) =>
    /^\p{Script=Latin}/u.test(text) ? (text.endsWith('*') ? 'open' : 'whole') : 'other');
  const alternatives = (kind: 'whole' | 'open' | 'other') => (kinds.get(kind) ?? []).map(pattern).toSorted().join('|') || '(?!)';
  return String.raw`(?<![\p{L}\p{N}])(?:(?:${alternatives('whole')})s?(?![\p{L}\p{N}])|${alternatives('open')})|${alternatives('other')}`;
}

function pattern(text: string): string {
  return [...text.replace(/\*$/, '')].map(anySpelling).join('').replace(/\s+/gu, String.raw`[\s\u00ad-]+`);
}

/** Vocabulary is folded; pages are not: a plain letter also stands for the same letter with a mark. */
function anySpelling(character: string): string {
  const marked: Record<string, string> = { a: 'aàâäáã', c: 'cç', e: 'eéèêë', i: 'iîïí', n: 'nñ', o: 'oôöó', u: 'uùûüú', "'": "'’" };
  if (character === '*') return String.raw`\p{L}*`;
  const spellings = marked[character];
  return spellings ? `[${spellings}]` : literal(character);
}
