import { createSearch, type Search, type SearchKnowledge, type SentenceMatch } from './search.ts';

interface LateSearchOptions {
  /** Which claims a sentence speaks of; null where nobody answers. */
  ask(sentence: string): Promise<SentenceMatch[] | null>;
  /** The same question has another answer now, to a search of its own: who remembers results by their search asks again. */
  onBetter(search: Search): void;
  limit?: number;
}

/** A search that has the engine elsewhere. At first it answers a sentence by its words; what the engine makes of it comes later. */
export function createLateSearch(
  knowledge: Omit<SearchKnowledge, 'matchSentence'>,
  { ask, onBetter, limit }: LateSearchOptions,
): Search {
  let asked = '';
  let matches: SentenceMatch[] = [];
  const search = createSearch({ ...knowledge, matchSentence }, limit);
  return search;

  function matchSentence(sentence: string): SentenceMatch[] {
    if (sentence !== asked) {
      asked = sentence;
      matches = [];
      void match(sentence);
    }
    return matches;
  }

  async function match(sentence: string) {
    const found = await ask(sentence);
    // The reader may have gone on typing.
    if (sentence !== asked || !found?.length) return;
    matches = found;
    onBetter((query) => search(query));
  }
}
