import type { Lexicon } from '../data/facts.ts';
import { vocabulariesOf } from './evidence.ts';
import { FormTable } from './form-table.ts';
import { formsOf } from './forms.ts';
import { link } from './link.ts';
import type { Linkage } from './link.ts';
import type { Engine, Mention } from './model.ts';
import type { ClaimJudge, Passage } from './passages.ts';
import { scanBlock } from './scan.ts';
import type { ReadBlock } from './scan.ts';

/** Makes the engine for a lexicon; with a judge it also ties sentences to claims. It keeps nothing of the pages that it reads. */
export function createEngine(lexicon: Lexicon, judge?: ClaimJudge): Engine {
  const vocabularies = vocabulariesOf(lexicon);
  const table = new FormTable(formsOf(lexicon), lexicon.vocabulary.ordinary);
  const linkage = linkageOf(lexicon, vocabularies);
  return {
    scan: (text) => scanBlock(text, table, vocabularies),
    link(blocks) {
      // `scan` is the only maker of blocks
      const read = blocks as readonly ReadBlock[];
      const mentions = link(read, linkage);
      const isOfAffair = mentions.some(({ length }) => length > 0);
      const matches = judge && isOfAffair ? judge(read.map((block, index) => passageOf(block, mentions[index]!, mentions[index - 1]))) : null;
      return mentions.map((found, index) => ({ mentions: found, matches: matches?.[index] ?? [] }));
    },
  };
}

/** On a page of the affair sentences without a name are matched too, where they hold a word of it. */
function passageOf({ text, detail }: ReadBlock, mentions: readonly Mention[], before: readonly Mention[] = []): Passage | null {
  if (!detail) return null;
  return {
    text,
    mentions: mentions.map(({ start, end, entity }) => ({ start, end, entity })),
    before: [...new Set(before.map(({ entity }) => entity))],
  };
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
