/** Compiles the fact base into what runs in a browser: the records without validation and without what only authors need. */
import type { Facts, Lexicon, Synonyms } from './facts.ts';
import { spaceOut } from './fold.ts';
import { gateOf } from './gate-words.ts';
import type { Gate } from './gate-words.ts';
import type { FactBase } from './read.ts';

export { readFactBase } from './read.ts';

/** What cards and search results show. */
export function compileFacts(base: FactBase): Facts {
  return {
    endsOn: latest(base.sources.map(({ published }) => published)),
    sources: base.sources.map((source) => without(source, 'sentences', 'sha256', 'length')),
    entities: base.entities.map((entity) =>
      without(entity, 'central', 'telling', 'agency', 'aliases', 'noAlias', 'cues', 'traps', 'others'),
    ),
    claims: base.claims.map((claim) => ({
      ...without(claim, 'unrelated'),
      evidence: claim.evidence.map((span) => without(span, 'sha256')),
    })),
    relations: base.relations,
  };
}

/** What the matching needs. */
export function compileLexicon({ entities, vocabulary }: FactBase): Lexicon {
  return {
    entities: entities.map((entity) => ({
      ...without(entity, 'name', 'nameBasis', 'description', 'noAlias', 'roles', 'holders'),
      cues: entity.cues.map(spaceOut),
      traps: entity.traps.map(spaceOut),
    })),
    vocabulary: {
      ...vocabulary,
      affair: vocabulary.affair.map(({ words, weight }) => ({ words: words.map(spaceOut), weight })),
      titles: vocabulary.titles.map(spaceOut),
      rivals: vocabulary.rivals.map(spaceOut),
    },
  };
}

/** What a search needs besides the facts: other names of the entities, and words for one thing. */
export function compileSynonyms({ entities, concepts }: FactBase): Synonyms {
  return {
    aliases: entities.map(({ id, aliases }) => ({ id, aliases: aliases.map(({ text }) => ({ text })) })),
    concepts,
  };
}

/** What the gate asks a page for. */
export function compileGate({ entities, vocabulary }: FactBase): Gate {
  return gateOf(entities, vocabulary);
}

/** The latest of some EDTF dates, as written; of an interval its last known end. A year or month counts to its last day. */
function latest(dates: string[]): string {
  const points = dates.map(
    (date) =>
      date
        .split('/')
        .filter((point) => point !== '..')
        .at(-1) ?? date,
  );
  return points.toSorted((a, b) => (lastDay(a) < lastDay(b) ? -1 : 1)).at(-1) ?? '';
}

/** Sortable, not a real day: 2021-11 becomes 2021-11-31. */
function lastDay(point: string): string {
  const plain = point.replace(/[~?]/g, '');
  return plain + '-12-31'.slice(plain.length - '0000'.length);
}

function without<T extends object, K extends keyof T>(record: T, ...keys: K[]): Omit<T, K> {
  const kept: Partial<T> = { ...record };
  for (const key of keys) delete kept[key];
  return kept as Omit<T, K>;
}
