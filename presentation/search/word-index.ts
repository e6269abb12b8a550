/** Which documents hold which words, concepts and marks, and how much each says of a document. */
import type { Concept } from '../../data/facts.ts';
import { foldText } from '../../data/fold.ts';
import { ConceptFinder } from '../../matching/claims/profile.ts';
import type { SearchDocument } from './documents.ts';
import { createVocabulary, type Vocabulary } from './near-words.ts';

export interface WordIndex {
  documents: SearchDocument[];
  words: Map<string, Holder>;
  /** The holders in the order of the vocabulary's words. */
  byNumber: Holder[];
  vocabulary: Vocabulary;
  finder: ConceptFinder;
  /** By number of the concept. */
  concepts: Map<number, Holder>;
  marks: Map<string, Holder>;
}

/** The places of the documents that hold something, rising, and how much it says of each. */
export interface Holder {
  places: number[];
  weights: number[];
}

/** A name leads to its entity first, then to what was said, then to the relations between. */
const WEIGHTS: Record<SearchDocument['kind'], Record<'title' | 'names' | 'context' | 'marks', number>> = {
  entity: { title: 10, names: 7, context: 1.5, marks: 2 },
  claim: { title: 3.5, names: 2, context: 1, marks: 3 },
  relation: { title: 2, names: 1.2, context: 0.8, marks: 3 },
};

export function indexOf(documents: SearchDocument[], concepts: readonly Concept[]): WordIndex {
  const finder = new ConceptFinder(concepts);
  const index = {
    documents,
    finder,
    words: new Map<string, Holder>(),
    concepts: new Map<number, Holder>(),
    marks: new Map<string, Holder>(),
  };
  // Names stand with many claims: each text is read once.
  const known = new Map<string, { words: Holder[]; concepts: Holder[] }>();
  const read = (text: string) => {
    let found = known.get(text);
    if (!found) {
      const words = foldText(text).split(' ').filter(Boolean);
      found = {
        words: words.map((word) => holderOf(index.words, word)),
        concepts: [...finder.find(words)].map((concept) => holderOf(index.concepts, concept)),
      };
      known.set(text, found);
    }
    return found;
  };
  documents.forEach((document, place) => {
    const weights = WEIGHTS[document.kind];
    for (const mark of document.marks) hold(holderOf(index.marks, mark), place, weights.marks);
    for (const field of ['title', 'names', 'context'] as const) {
      for (const text of document[field]) {
        const { words, concepts: named } = read(text);
        // A word of a short text says more.
        const weight = weights[field] * (1 + 1 / words.length);
        for (const word of words) hold(word, place, weight);
        // A name says nothing beyond itself.
        if (field !== 'names') for (const concept of named) hold(concept, place, weight);
      }
    }
  });
  return { ...index, byNumber: [...index.words.values()], vocabulary: createVocabulary([...index.words.keys()]) };
}

function holderOf<Key>(table: Map<Key, Holder>, key: Key): Holder {
  let holder = table.get(key);
  if (!holder) table.set(key, (holder = { places: [], weights: [] }));
  return holder;
}

function hold({ places, weights }: Holder, place: number, weight: number): void {
  const last = places.length - 1;
  if (places[last] !== place) {
    places.push(place);
    weights.push(weight);
  } else if (weight > weights[last]!) weights[last] = weight;
}
