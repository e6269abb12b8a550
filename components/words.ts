/** The interface's words, dates and numbers in one language, handed to every view by context. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language, Text } from '../data/facts.ts';
import { formatDate } from '../presentation/dates.ts';

export interface Words {
  language: Language;
  /**
   * The message of a key, with `{name}` replaced by the parameter of that name. Where the table has `KEY_one` and `KEY_other`, the
   * parameter `n` chooses between them by the language's own rules. An unknown key is an error of ours and throws.
   */
  t(key: string, parameters?: Record<string, string | number>): string;
  /** A text of the fact base. */
  text(text: Text): string;
  /** An EDTF date for a reader. */
  date(edtf: string): string;
}

/** @param messages those of `virtual:bridle/words/SURFACE` in the language */
export function createWords(messages: Record<string, string>, language: Language): Words {
  const plural = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(language);
  const words: Words = {
    language,
    t(key, parameters = {}) {
      const { n } = parameters;
      const form = typeof n === 'number' ? (plural.select(n) === 'one' ? `${key}_one` : `${key}_other`) : key;
      const message = messages[form] ?? messages[key];
      if (message === undefined) throw new Error(`No message ${key} in ${language}`);
      return message.replace(/\{(\w+)\}/g, (whole, name: string) => {
        const value = parameters[name];
        return value === undefined ? whole : typeof value === 'number' ? number.format(value) : value;
      });
    },
    text: (text) => text[language],
    date: (edtf) => formatDate(edtf, words),
  };
  return words;
}

const WordsContext = createContext<Words | null>(null);
export const WordsProvider = WordsContext.Provider;

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('No words above this view');
  return words;
}

/** Message names know no hyphen: `termKey('common_relation', 'quotes-differently')` is `common_relation_quotes_differently`. */
export const termKey = (prefix: string, term: string): string => `${prefix}_${term.replaceAll('-', '_')}`;
