import { literal } from './expression.ts';
import type { Vocabulary } from './facts.ts';
import type { Alias, Entity } from './schema.ts';

/** What the gate asks a page for. */
export interface Gate {
  /** Source of a regular expression, without flags, for raw page text: every central name, as it is written anywhere, holds a match. */
  trigger: string;
}

/** A word shorter than this says nothing of a name of several words. */
const shortestWord = 3;
/** Of longer words the beginning is enough: what comes behind may be an ending or a slip. */
const lettersKept = 5;

/**
 * Made of every alias of the central entities, and for pages that name none of these: of the names that stand on few pages of other matters,
 * and of words of the vocabulary. Opening for nothing costs a moment; a page of the affair that stays shut is lost. Literal words without a flag, and
 * few of them with choices within: with a case-insensitive expression of all names a page takes seven times as long.
 */
export function gateOf(entities: readonly Entity[], vocabulary: Pick<Vocabulary, 'gate'>): Gate {
  const aliases = entities.filter(({ central }) => central).flatMap(({ aliases }) => aliases);
  // A machine's rendering of letters is an ordinary word in small letters: `ons`
  const rendered = new Set(
    aliases.filter(({ kind }) => kind === 'mistranslation').flatMap(({ text }) => signsOf(text)),
  );
  const chosen = cover(aliases.map(({ text }) => text));
  const telling = entities
    .filter((entity) => entity.telling)
    .flatMap(({ kind, aliases }) =>
      aliases.filter(({ text, ...alias }) => isPlain(alias) && (kind !== 'person' || !text.includes(' '))),
    );
  return {
    trigger:
      [
        ...new Set([
          ...chosen.map((sign) => expressionOf(sign, rendered.has(sign))),
          ...shortest(telling.map(({ text }) => text)).flatMap(casesOf),
          ...vocabulary.gate.flatMap((word) => [word, word[0]!.toUpperCase() + word.slice(1)]),
        ]),
      ]
        .toSorted()
        .join('|') || '(?!)',
  };
}

function isPlain({ kind, needs }: Pick<Alias, 'kind' | 'needs'>): boolean {
  return kind !== 'mistranslation' && needs !== 'cue';
}

/** A name as written; one of few Latin letters also in small letters and in capitals, as in tickers. Elsewhere a page has another sign. */
function casesOf(name: string): string[] {
  return /^[A-Z][a-z]+$/.test(name) ? [name, name.toLowerCase(), name.toUpperCase()] : [name];
}

/** Without the names that hold another one. */
function shortest(names: readonly string[]): string[] {
  const chosen: string[] = [];
  for (const name of names.toSorted((a, b) => a.length - b.length))
    if (!chosen.some((other) => name.includes(other))) chosen.push(name);
  return chosen;
}

/** Signs of which every name holds one: first those without an alternative, then those that most names hold. */
function cover(names: readonly string[]): string[] {
  const open = new Set(names.toSorted((a, b) => a.length - b.length));
  const chosen: string[] = [];
  const choose = (sign: string): void => {
    chosen.push(sign);
    for (const name of open) if (` ${spaced(name)}`.includes(` ${spaced(sign)}`)) open.delete(name);
  };
  for (const name of open) if (signsOf(name).length === 1) choose(signsOf(name)[0]!);
  while (open.size > 0) {
    const holders = Map.groupBy([...open].flatMap(signsOf), (sign) => sign);
    const rank = (sign: string): number => (isAcronym(sign) ? lettersKept + 1 : sign.length);
    choose([...holders].toSorted((a, b) => b[1].length - a[1].length || rank(b[0]) - rank(a[0]))[0]![0]);
  }
  return chosen;
}

/** A name whose words are parted by single spaces. */
function spaced(name: string): string {
  return name.replaceAll(/[^\p{L}\p{M}.]+/gu, ' ');
}

/** What may stand for a name: the beginning of each word that is long enough, or the name itself. */
function signsOf(name: string): string[] {
  const words = spaced(name)
    .split(' ')
    .filter((word) => word.length >= shortestWord);
  return words.length > 0 ? words.map((word) => (isAcronym(word) ? word : word.slice(0, lettersKept))) : [name];
}

function isAcronym(word: string): boolean {
  return word === word.toUpperCase() && word !== word.toLowerCase();
}

/** A sign in capitals, with one, and in small letters. A letter with a mark may be written without it; what parts words may be anything. */
function expressionOf(sign: string, isRendered: boolean): string {
  if (isAcronym(sign)) {
    // Letters of another script have no word boundary
    if (!/^[A-Z.]+$/.test(sign)) return [...sign].map(letterOf).join('');
    if (isRendered) return String.raw`\b${sign}(?![A-Z])`;
    const [first = '', ...rest] = sign.replaceAll('.', '');
    const parted = [`[${first}${first.toLowerCase()}]`, ...rest.map((letter) => `[${letter}${letter.toLowerCase()}]`)];
    if (sign.includes('.')) return String.raw`\b${parted.join('[. ]{0,2}')}\b`;
    return String.raw`\b${sign}(?![A-Z])|\b[${first}${first.toLowerCase()}]${rest.join('').toLowerCase()}\b`;
  }
  const [first = '', ...rest] = sign;
  if (first.toUpperCase() === first.toLowerCase()) return [...sign].map(letterOf).join('');
  const after = rest.map((letter) => letterOf(letter.toLowerCase())).join('');
  // A capital begins a word also where another one stands before it without a space
  const small = /[a-z]/.test(first.toLowerCase()) ? String.raw`\b` : '';
  return [
    letterOf(first.toUpperCase()) + after,
    small + letterOf(first.toLowerCase()) + after,
    [...sign.toUpperCase()].map(letterOf).join(''),
  ].join('|');
}

function letterOf(character: string): string {
  if (!/[\p{L}\p{M}.]/u.test(character)) return '.';
  const variants = variantsOf(character);
  return variants.length > 1 ? `[${variants.join('')}]` : literal(character);
}

function variantsOf(character: string): string[] {
  const plain = character.normalize('NFD').replaceAll(/\p{M}/gu, '');
  return plain === character || plain === '' ? [character] : [character, plain];
}
