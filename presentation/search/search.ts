/** Search over the whole fact base. Words in any order, accents and case left out, small slips forgiven. */
import type { Facts, Language, Lexicon, Text } from '../../data/facts.ts';
import { foldText } from '../../data/fold.ts';
import { createVocabulary, type Meant, type Vocabulary } from './near-words.ts';

export interface SearchResult {
  kind: 'entity' | 'claim' | 'relation';
  id: string;
}

export type Search = (query: string) => SearchResult[];

interface Entry extends SearchResult {
  /** What the result shows, in the interface language. */
  title: string;
  /** By whom it is, or how else it is called. */
  names: string[];
  /** Everything else that a reader may remember of it. */
  context: string[];
}

const MAX_RESULTS = 40;
const FIELDS = ['title', 'names', 'context'] as const;
/** A name leads to its entity first, then to what was said, then to the ties between. */
const WEIGHTS: Record<SearchResult['kind'], Record<(typeof FIELDS)[number], number>> = {
  entity: { title: 10, names: 7, context: 1 },
  claim: { title: 3, names: 2, context: 1 },
  relation: { title: 2, names: 1.4, context: 0.7 },
};

/**
 * The index of words is built at the first call, also one that asks for nothing; a search then looks at the entries that hold the words meant,
 * not at the others. An empty query finds nothing. A slip is thought of only where nothing is spelled like that.
 */
export function createSearch(
  facts: Facts,
  aliases: Pick<Lexicon['entities'][number], 'id' | 'aliases'>[],
  language: Language,
  limit: number = MAX_RESULTS,
): Search {
  let index: Index | undefined;
  return (query) => {
    index ??= indexOf(entriesOf(facts, aliases, language));
    const { entries, vocabulary } = index;
    const words = foldText(query).split(' ').filter(Boolean);
    if (words.length === 0) return [];
    const spelledOrNearly = (word: string): Meant[] => {
      const spelled = vocabulary.spelled(word);
      return spelled.length > 0 ? spelled : vocabulary.nearly(word);
    };
    let found = weigh(index, words.map(spelledOrNearly));
    if (found.size === 0)
      found = weigh(
        index,
        words.map((word) => [...vocabulary.spelled(word), ...vocabulary.nearly(word)]),
      );
    return [...found]
      .sort(([a, heavy], [b, other]) => other - heavy || a - b)
      .slice(0, limit)
      .map(([at]) => ({ kind: entries[at]!.kind, id: entries[at]!.id }));
  };
}

interface Index {
  entries: Entry[];
  vocabulary: Vocabulary;
  /** By word: the places of the entries that hold it, rising, with how much it says of each. */
  holders: { places: number[]; weights: number[] }[];
}

/** Weight of each entry that holds one of the words meant by each word typed. */
function weigh({ holders }: Index, typed: Meant[][]): Map<number, number> {
  return typed.map(holding).reduce((all, next) => {
    const both = new Map<number, number>();
    for (const [entry, weight] of all) {
      const other = next.get(entry);
      if (other !== undefined) both.set(entry, weight + other);
    }
    return both;
  });

  function holding(meant: Meant[]): Map<number, number> {
    const weightOf = new Map<number, number>();
    for (const { word, likeness } of meant) {
      const { places, weights } = holders[word]!;
      places.forEach((entry, at) => {
        const weight = weights[at]! * likeness;
        if (weight > (weightOf.get(entry) ?? 0)) weightOf.set(entry, weight);
      });
    }
    return weightOf;
  }
}

/** A word of a short text says more. */
function indexOf(entries: Entry[]): Index {
  const numbers = new Map<string, number>();
  const holders: Index['holders'] = [];
  const numberOf = (word: string): number => {
    let number = numbers.get(word);
    if (number === undefined) {
      numbers.set(word, (number = holders.length));
      holders.push({ places: [], weights: [] });
    }
    return number;
  };
  // Names stand with many claims: they are taken apart once.
  const known = new Map<string, number[]>();
  const wordsOf = (text: string): number[] => {
    let words = known.get(text);
    if (!words) known.set(text, (words = foldText(text).split(' ').filter(Boolean).map(numberOf)));
    return words;
  };
  entries.forEach((entry, place) => {
    for (const field of FIELDS) {
      for (const text of [entry[field]].flat()) {
        const words = wordsOf(text);
        const weight = WEIGHTS[entry.kind][field] * (1 + 1 / words.length);
        for (const word of words) hold(holders[word]!, place, weight);
      }
    }
  });
  return { entries, vocabulary: createVocabulary([...numbers.keys()]), holders };
}

function hold({ places, weights }: Index['holders'][number], place: number, weight: number): void {
  const last = places.length - 1;
  if (places[last] !== place) {
    places.push(place);
    weights.push(weight);
  } else if (weight > weights[last]!) weights[last] = weight;
}

function entriesOf(
  facts: Facts,
  aliases: Pick<Lexicon['entities'][number], 'id' | 'aliases'>[],
  language: Language,
): Entry[] {
  const aliasesOf = new Map(aliases.map(({ id, aliases: list }) => [id, list.map(({ text }) => text)]));
  const entities = new Map(facts.entities.map((entity) => [entity.id, entity]));
  const claims = new Map(facts.claims.map((claim) => [claim.id, claim]));
  const sources = new Map(facts.sources.map((source) => [source.id, source]));
  const namesOf = (ids: readonly string[]) =>
    [...new Set(ids)].flatMap((id) => {
      const entity = entities.get(id);
      return entity
        ? [...all(entity.name), ...(entity.holders ?? []).map(({ name }) => name), ...(aliasesOf.get(id) ?? [])]
        : [];
    });
  return [
    ...facts.entities.map((entity): Entry => ({
      kind: 'entity',
      id: entity.id,
      title: entity.name[language],
      names: namesOf([entity.id]),
      context: [...all(entity.description), ...entity.roles.flatMap(({ title }) => all(title))],
    })),
    ...facts.claims.map((claim): Entry => ({
      kind: 'claim',
      id: claim.id,
      title: claim.statement[language],
      names: namesOf([claim.claimant, ...(claim.relayedBy ?? [])]),
      context: [
        ...all(claim.statement),
        ...namesOf(claim.about),
        ...claim.evidence.flatMap(({ quote }) => quote ?? []),
        ...claim.recordedBy.flatMap((id) => sources.get(id)?.publisher.name ?? []),
        claim.date,
      ],
    })),
    ...facts.relations.map((relation): Entry => ({
      kind: 'relation',
      id: relation.id,
      title: relation.reason[language],
      names: namesOf(relation.claims.flatMap((id) => claims.get(id)?.claimant ?? [])),
      context: [...all(relation.reason), ...relation.claims.flatMap((id) => all(claims.get(id)?.statement))],
    })),
  ];
}

const all = (text: Text | undefined): string[] => (text ? Object.values(text) : []);
