import { DEFAULT_LANGUAGE, isLanguage, type Language } from '../data/languages.ts';
import { interfaceLanguage } from './runtime.ts';
import type { Settings } from './settings.ts';

/** The reader's choice, or else the browser's language where Bridle speaks it, or else English. */
export function languageOf(choice: Settings['language'], browserLanguage: string = interfaceLanguage()): Language {
  if (choice !== 'auto') return choice;
  const language = browserLanguage.slice(0, 2).toLowerCase();
  return isLanguage(language) ? language : DEFAULT_LANGUAGE;
}
