import type { Lexicon } from '../data/facts.ts';
import { Dictionary } from './names/dictionary.ts';
import { meaningsOf, vocabulariesOf } from './names/hints.ts';
import { FormTable } from './names/form-table.ts';
import { formsOf } from './names/forms.ts';
import { link as linkMentions } from './names/link.ts';
import type { Linkage } from './names/link.ts';
import type { Annotation, Engine, Mention, ScannedBlock } from './model.ts';
import type { ClaimJudge, Passage } from './claims/passages.ts';
import { distances } from './names/relevance.ts';
import { scanBlock } from './names/scan.ts';
import type { ReadBlock } from './names/scan.ts';

/** Makes the engine for a lexicon; with a judge it also ties sentences to claims. Of the pages that it reads it keeps single words, and the mentions of the last. */
export function createEngine(lexicon: Lexicon, judge?: ClaimJudge): Engine {
  const vocabularies = vocabulariesOf(lexicon);
  const table = new FormTable(formsOf(lexicon), lexicon.vocabulary.ordinary);
  const dictionary = new Dictionary({ table, meaningsOf: (word) => meaningsOf(word, vocabularies) });
  const linkage = linkageOf(lexicon, vocabularies);
  /** The same blocks are linked again when the judge knows more. */
  let last: { blocks: readonly ScannedBlock[]; mentions: Mention[][]; passages: (Passage | null)[] } | undefined;
  return {
    scan: (text) => scanBlock(text, dictionary, table, vocabularies),
    link,
  };

  function* link(blocks: readonly ScannedBlock[]): Generator<undefined, Annotation[]> {
    if (last?.blocks.length !== blocks.length || !last.blocks.every((block, index) => block === blocks[index])) {
      // `scan` is the only maker of blocks
      const read = blocks as readonly ReadBlock[];
      const found = yield* linkMentions(read, linkage);
      last = { blocks, mentions: found, passages: judge ? yield* passagesOf(read, found) : [] };
    }
    const { mentions, passages } = last;
    const matches = judge?.(passages);
    yield;
    return mentions.map((found, index) => ({ mentions: found, matches: matches?.[index] ?? [] }));
  }
}

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
    const before = mentions[index - 1] ?? [];
    passages.push({
      text,
      mentions: mentions[index]!.map(({ start, end, entity }) => ({ start, end, entity })),
      before: [...new Set(before.map(({ entity }) => entity))],
    });
  }
  yield;
  return passages;
}

function linkageOf({ entities }: Lexicon, vocabularies: Linkage['vocabularies']): Linkage {
  const indexes = (fits: (entity: Lexicon['entities'][number]) => boolean): Set<number> =>
    new Set(entities.flatMap((entity, index) => (fits(entity) ? [index] : [])));
  return {
    ids: entities.map(({ id }) => id),
    central: indexes(({ central }) => central === true),
    persons: indexes(({ kind }) => kind === 'person'),
    agencies: indexes(({ agency }) => agency === true),
    vocabularies,
  };
}
