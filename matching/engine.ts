import fitted from '../data/name-weights.json' with { type: 'json' };
import type { Lexicon } from '../data/facts.ts';
import { Dictionary } from './names/dictionary.ts';
import { meaningsOf, vocabulariesOf } from './names/hints.ts';
import { FormTable } from './names/form-table.ts';
import { formsOf } from './names/forms.ts';
import { link as linkMentions } from './names/link.ts';
import type { NameWeights } from './names/link.ts';
import type { Linkage } from './names/place.ts';
import type { ClaimMatch, Engine, Mention } from './model.ts';
import type { MatchesClaims } from './claims/matcher.ts';
import type { Passage } from './claims/passages.ts';
import { scanBlock } from './names/scan.ts';
import type { ReadBlock } from './names/scan.ts';

/**
 * Makes the engine for a lexicon; with a matcher it also ties sentences to claims. Of the pages that it reads it keeps single words alone.
 */
export function createEngine(lexicon: Lexicon, matcher?: MatchesClaims, weights: NameWeights = fitted): Engine {
  const vocabularies = vocabulariesOf(lexicon);
  const table = new FormTable(formsOf(lexicon), lexicon.vocabulary.ordinary);
  const dictionary = new Dictionary({ table, meaningsOf: (word) => meaningsOf(word, vocabularies) });
  const linkage = linkageOf(lexicon, vocabularies);
  return {
    scan: (text) => scanBlock(text, dictionary, table, vocabularies),

    *link(blocks, withClaims = true) {
      // `scan` is the only maker of blocks
      const read = blocks as readonly ReadBlock[];
      const mentions = yield* linkMentions(read, linkage, weights);
      const matches = matcher && withClaims ? yield* matchClaims(matcher, read, yield* passagesOf(read, mentions)) : [];
      return mentions.map((found, index) => ({ mentions: found, matches: matches[index] ?? [] }));
    },
  };
}

/** What was matched in a block, and for which passage: a page that grows is linked again and again. */
const matched = new WeakMap<ReadBlock, { key: string; matches: ClaimMatch[] }>();

function* matchClaims(
  matcher: MatchesClaims,
  blocks: readonly ReadBlock[],
  passages: readonly (Passage | null)[],
): Generator<undefined, ClaimMatch[][]> {
  const all: ClaimMatch[][] = [];
  for (const [index, passage] of passages.entries()) {
    const block = blocks[index]!;
    let matches: ClaimMatch[] = [];
    if (passage) {
      const key = keyOf(passage);
      const known = matched.get(block);
      if (known?.key === key) ({ matches } = known);
      else {
        matches = yield* matcher.matchInSteps(passage);
        matched.set(block, { key, matches });
        yield;
      }
    }
    all.push(matches);
  }
  return all;
}

/** All that the matches of a block hang on, beside its text. */
function keyOf({ mentions, before }: Passage): string {
  return JSON.stringify([before, mentions]);
}

/** So many blocks before it may be what a block answers. */
const blocksBefore = 3;
/** Sentences that name nobody are matched too, in blocks that stand so near a mention. */
const blocksAround = 3;
/** Shorter blocks (menus, labels) claim nothing. */
const fewestWords = 4;

function* passagesOf(
  blocks: readonly ReadBlock[],
  mentions: readonly Mention[][],
): Generator<undefined, (Passage | null)[]> {
  yield;
  const away = distances(mentions.map(({ length }) => length > 0));
  const passages: (Passage | null)[] = [];
  for (const [index, { text, length }] of blocks.entries()) {
    if (away[index]! > blocksAround || length < fewestWords) {
      passages.push(null);
      continue;
    }
    yield;
    const placed = (at: number): Passage['mentions'] =>
      mentions[at]!.map(({ start, end, entity }) => ({ start, end, entity }));
    const from = Math.max(0, index - blocksBefore);
    passages.push({
      text,
      mentions: placed(index),
      before: blocks.slice(from, index).map((block, at) => endOf({ text: block.text, mentions: placed(from + at) })),
    });
  }
  yield;
  return passages;
}

/** Its last sentences, as far as they could matter to what follows. */
function endOf({ text, mentions }: Pick<Passage, 'text' | 'mentions'>): Pick<Passage, 'text' | 'mentions'> {
  const from = Math.max(0, text.length - longestEnd);
  return {
    text: text.slice(from),
    mentions: mentions.flatMap(({ start, end, entity }) =>
      start < from ? [] : [{ start: start - from, end: end - from, entity }],
    ),
  };
}

/** In UTF-16 code units. */
const longestEnd = 1_000;

/** How many blocks away the next one that holds is; Infinity where none does. */
function distances(holds: readonly boolean[]): number[] {
  const away = holds.map((held) => (held ? 0 : Number.POSITIVE_INFINITY));
  for (let i = 1; i < away.length; i++) away[i] = Math.min(away[i]!, away[i - 1]! + 1);
  for (let i = away.length - 2; i >= 0; i--) away[i] = Math.min(away[i]!, away[i + 1]! + 1);
  return away;
}

/** What linking needs to know of the lexicon. */
export function linkageOf({ entities }: Lexicon, vocabularies: Linkage['vocabularies']): Linkage {
  return {
    ids: entities.map(({ id }) => id),
    kinds: entities.map(({ central, kind }) => (central ? 'central' : kind === 'person' ? 'person' : 'other')),
    telling: new Set(entities.flatMap(({ telling }, index) => (telling ? [index] : []))),
    agencies: new Set(entities.flatMap(({ agency }, index) => (agency ? [index] : []))),
    vocabularies,
  };
}
