/**
 * Search over the whole fact base, the same for popup, explorer, address bar and command line. Results are ranked by the words of the
 * query that they hold: rare words count more, and none has to be there. A word may be the beginning or another form of one in the text,
 * part of a compound, another word for the same thing in any language (`data/concepts.json`), or misspelt.
 */
import type { Concept, Facts, Synonyms } from '../../data/facts.ts';
import type { ClaimMatch } from '../../matching/model.ts';
import { attitudeMark, documentsOf, figureMark, kindMark, NUMBER_MARK, type SearchDocument } from './documents.ts';
import type { Meant } from './near-words.ts';
import { readQuery, type Query } from './query.ts';
import { indexOf, type Holder, type WordIndex } from './word-index.ts';

export type SearchResult = Pick<SearchDocument, 'kind' | 'id'>;

/** Best first. */
export type Search = (query: string) => SearchResult[];

/** A claim that a sentence speaks of, and how sure that is, 0 to 1. */
export type SentenceMatch = Pick<ClaimMatch, 'claim' | 'confidence'>;

export interface SearchKnowledge {
  facts: Facts;
  /** Other names of the entities. */
  aliases: Synonyms['aliases'];
  /** Words for one thing in every language. */
  concepts: readonly Concept[];
  /** Which claims a sentence speaks of; asked only for queries of the length of a sentence. */
  matchSentence?: (sentence: string) => SentenceMatch[];
}

// The following were set by hand on the tuned half of test/labelled/queries.jsonl.
/** Of another word for the same thing, beside the word itself. */
const SAME_THING = 0.5;
/** Of a part of a compound. */
const PART = 0.6;
/** How much the question for a number counts beside its words. */
const NUMBER_ASKED = 0.4;
/** Another form of a word answers what was asked nearly as well as the word itself. */
const OTHER_FORM = 0.3;
/** Results with less than this share of the score of the best of their kind answer only a part of the query. */
const LEAST_SHARE = 0.3;

/**
 * The index of words is built at the first call, also one that asks for nothing. An empty query finds nothing; slips of the finger are
 * thought of only where nothing is spelled like that. A query is read up to `MAX_QUERY_LENGTH`.
 */
export function createSearch(knowledge: SearchKnowledge, limit: number = Infinity): Search {
  let index: WordIndex | undefined;
  return (typed) => {
    index ??= indexOf(documentsOf(knowledge.facts, knowledge.aliases), knowledge.concepts);
    const { documents } = index;
    const query = readQuery(typed);
    const scores = rank(index, groupsOf(index, query));
    if (query.sentence && knowledge.matchSentence) raise(scores, documents, knowledge.matchSentence(query.sentence));
    const ranked = [...scores].sort(([a, score], [b, other]) => other - score || a - b);
    const best = new Map(ranked.toReversed().map(([place, score]) => [documents[place]!.kind, score]));
    return ranked
      .filter(([place, score]) => score >= best.get(documents[place]!.kind)! * LEAST_SHARE)
      .slice(0, limit)
      .map(([place]) => ({ kind: documents[place]!.kind, id: documents[place]!.id }));
  };
}

/** One thing asked for, and what may answer it. */
interface Group {
  answers: Answer[];
  /** How much it counts beside the others. */
  weight: number;
}

interface Answer {
  holder: Holder;
  /** 1 for what was asked itself. */
  likeness: number;
}

function groupsOf({ finder, words, byNumber, vocabulary, concepts, marks }: WordIndex, query: Query): Group[] {
  const scaled = (meant: Meant[], factor: number): Answer[] =>
    meant.map(({ word, likeness }) => ({ holder: byNumber[word]!, likeness: likeness * factor }));
  const answer = (holder: Holder | undefined, likeness = 1): Answer[] => (holder ? [{ holder, likeness }] : []);
  const seen = new Set<number>();
  const groups = query.words.map((word): Group => {
    const parts = partsOf(word, { words, finder });
    const named = finder.find([word]).union(finder.find(parts));
    for (const concept of named) seen.add(concept);
    const answers = [
      ...scaled(vocabulary.spelled(word), 1),
      ...parts.flatMap((part) => scaled(vocabulary.spelled(part), PART)),
      ...[...named].flatMap((concept) => answer(concepts.get(concept), SAME_THING)),
    ];
    return { answers: answers.length > 0 ? answers : scaled(vocabulary.nearly(word), 1), weight: 1 };
  });
  // Words that name something only together: "schwarze Liste".
  const together = [...finder.find(query.words)].filter((concept) => !seen.has(concept));
  return [
    ...groups,
    ...together.map((concept) => ({ answers: answer(concepts.get(concept)), weight: SAME_THING })),
    ...query.figures.map((value) => ({ answers: answer(marks.get(figureMark(value))), weight: 1 })),
    ...query.relationKinds.map((kind) => ({ answers: answer(marks.get(kindMark(kind))), weight: 1 })),
    ...query.attitudes.map((attitude) => ({ answers: answer(marks.get(attitudeMark(attitude))), weight: SAME_THING })),
    ...(query.asksForNumber ? [{ answers: answer(marks.get(NUMBER_MARK)), weight: NUMBER_ASKED }] : []),
  ].filter(({ answers }) => answers.length > 0);
}

const MIN_COMPOUND = 9;
const MIN_PART = 4;

/**
 * The two halves of a compound (`Exportlizenz`) of which the second is a word of the fact base, or else one for something in it; none
 * where the word itself is one.
 */
function partsOf(word: string, { words, finder }: Pick<WordIndex, 'words' | 'finder'>): string[] {
  if (word.length < MIN_COMPOUND || words.has(word)) return [];
  const splits = Array.from({ length: word.length - 2 * MIN_PART + 1 }, (_, at) => at + MIN_PART);
  const at =
    splits.find((place) => words.has(word.slice(place))) ??
    splits.find((place) => finder.find([word.slice(place)]).size > 0);
  // "Sicherheits-lücke"
  return at === undefined ? [] : [word.slice(0, at).replace(/s$/, ''), word.slice(at)];
}

/** Score of each document by its place: its best answers to all groups, times the square of the share of groups that it answers. */
function rank({ documents }: WordIndex, groups: Group[]): Map<number, number> {
  const rarity = ({ places }: Holder) => Math.log(1 + documents.length / places.length);
  const scores = new Float64Array(documents.length);
  const answered = new Float64Array(documents.length);
  const best = new Float64Array(documents.length);
  const bestLikeness = new Float64Array(documents.length);
  let asked = 0;
  for (const { answers, weight } of groups) {
    const importance = weight * Math.max(...answers.map(({ holder }) => rarity(holder)));
    asked += importance;
    best.fill(0);
    for (const { holder, likeness } of answers) {
      const factor = likeness * rarity(holder) * weight;
      holder.places.forEach((place, at) => {
        const score = holder.weights[at]! * factor;
        if (score <= best[place]!) return;
        best[place] = score;
        bestLikeness[place] = likeness;
      });
    }
    best.forEach((score, place) => {
      if (score === 0) return;
      scores[place]! += score;
      answered[place]! += importance * Math.min(1, bestLikeness[place]! + OTHER_FORM);
    });
  }
  const ranked = new Map<number, number>();
  scores.forEach((score, place) => {
    if (score > 0) ranked.set(place, score * (answered[place]! / asked) ** 2);
  });
  return ranked;
}

/** Puts the claims that a sentence speaks of before what merely shares its words, the surest first. */
function raise(
  scores: Map<number, number>,
  documents: readonly SearchDocument[],
  matches: Pick<ClaimMatch, 'claim' | 'confidence'>[],
): void {
  const best = Math.max(1, ...scores.values());
  for (const { claim, confidence } of matches) {
    const place = documents.findIndex(({ kind, id }) => kind === 'claim' && id === claim);
    if (place >= 0) scores.set(place, Math.max(scores.get(place) ?? 0, best * (1 + confidence)));
  }
}
