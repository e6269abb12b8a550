/** Hands the interface's words to every view by context. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Words } from '../presentation/words.ts';

const WordsContext = createContext<Words | null>(null);
export const WordsProvider = WordsContext.Provider;

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('No words above this view');
  return words;
}
