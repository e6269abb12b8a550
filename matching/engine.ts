import type { Lexicon } from '../data/facts.ts';
import { vocabulariesOf } from './evidence.ts';
import { FormTable } from './form-table.ts';
import { formsOf } from './forms.ts';
import { link } from './link.ts';
import type { Linkage } from './link.ts';
import type { Engine } from './model.ts';
import { scanBlock } from './scan.ts';
import type { ReadBlock } from './scan.ts';

/** Makes the engine for a lexicon. It keeps nothing of the pages that it reads. */
export function createEngine(lexicon: Lexicon): Engine {
  const vocabularies = vocabulariesOf(lexicon);
  const table = new FormTable(formsOf(lexicon), lexicon.vocabulary.ordinary);
  const linkage = linkageOf(lexicon, vocabularies);
  return {
    scan: (text) => scanBlock(text, table, vocabularies),
    // `scan` is the only maker of blocks
    link: (blocks) => link(blocks as readonly ReadBlock[], linkage).map((mentions) => ({ mentions, matches: [] })),
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
