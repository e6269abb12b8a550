/** Ties sentences to claims for the extension's own pages: the engine is in the background alone. */
import type { SentenceMatch } from '../presentation/search/search.ts';
import { ask } from './asking.ts';

interface Asked {
  sentence: string;
  /** None until the background has answered. */
  matches: SentenceMatch[];
}

/** @param onMatches the background has tied the sentence to claims: now the same question has another answer */
export function matchedInBackground(onMatches: () => void): (sentence: string) => SentenceMatch[] {
  let last: Asked = { sentence: '', matches: [] };
  return (sentence) => {
    if (sentence !== last.sentence) void tie((last = { sentence, matches: [] }));
    return last.matches;
  };

  async function tie(asked: Asked) {
    const matches = await ask('sentence', asked.sentence);
    if (last !== asked || !matches?.length) return;
    asked.matches = matches;
    onMatches();
  }
}
