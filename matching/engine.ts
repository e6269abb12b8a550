import type { Lexicon } from '../data/facts.ts';
import { ClaimMatcher } from './claim-matcher.ts';
import type { ClaimKnowledge } from './claim-knowledge.ts';
import { vocabulariesOf } from './evidence.ts';
import { FormTable } from './form-table.ts';
import { formsOf } from './forms.ts';
import { link } from './link.ts';
import type { Linkage } from './link.ts';
import type { ClaimMatch, Engine, Mention } from './model.ts';
import { scanBlock } from './scan.ts';
import type { ReadBlock } from './scan.ts';

/** Makes the engine for a lexicon; with claims it also ties sentences to them. It keeps nothing of the pages that it reads. */
export function createEngine(lexicon: Lexicon, claims?: ClaimKnowledge): Engine {
  const vocabularies = vocabulariesOf(lexicon);
  const table = new FormTable(formsOf(lexicon), lexicon.vocabulary.ordinary);
  const linkage = linkageOf(lexicon, vocabularies);
  const matcher = claims && new ClaimMatcher(claims.profiles, lexicon.concepts, claims.weights);
  return {
    scan: (text) => scanBlock(text, table, vocabularies),
    link(blocks) {
      // `scan` is the only maker of blocks
      const read = blocks as readonly ReadBlock[];
      const mentions = link(read, linkage);
      // Sentences without a name are matched too, but only on a page of the affair
      if (!matcher || mentions.every(({ length }) => length === 0)) return mentions.map((found) => ({ mentions: found, matches: [] }));
      let answered: readonly ClaimMatch[] = [];
      return mentions.map((found, block) => {
        const matches = matcher.match(read[block]!, found, entitiesOf(mentions[block - 1]), answered);
        answered = matches.filter(({ end }) => end === matches.at(-1)!.end);
        return { mentions: found, matches };
      });
    },
  };
}

function entitiesOf(mentions: readonly Mention[] = []): Set<string> {
  return new Set(mentions.map(({ entity }) => entity));
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
