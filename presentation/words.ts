/** The interface's words, dates and numbers in one language. */
import { localeOf, type Language, type Text } from '../data/languages.ts';
import type messages from '../public/_locales/en/messages.json';
import { formatDate } from './dates.ts';

type Stored = keyof typeof messages;
/** What stands before an ending in the keys that have it. */
type StemOf<Ending extends string> = { [Key in Stored]: Key extends `${infer Stem}_${Ending}` ? Stem : never }[Stored];
/** `popup_results_one` and `popup_results_other` are asked for as `popup_results`. */
type Counted = StemOf<'one'>;

/** A message that is there; test/unit/presentation/words.test.ts sees to it that it is there in every language. */
export type MessageKey = Stored | Counted;

/** What a note on a basis may be about: there is a message for what was inferred and one for what is known from elsewhere. */
export type BasisLabel = StemOf<'inferred'> & StemOf<'external'>;

export interface Words {
  language: Language;
  /**
   * The message of a key, with `{name}` replaced by the parameter of that name. Where the table has `KEY_one` and `KEY_other`, the
   * parameter `n` chooses between them by the language's own rules. Throws where the surface does not carry the message.
   */
  t(key: MessageKey, parameters?: Record<string, string | number>): string;
  /** A text of the fact base. */
  text(text: Text): string;
  /** An EDTF date for a reader. */
  date(edtf: string): string;
}

/** @param messages those of `virtual:bridle/words/SURFACE` in the language */
export function createWords(messages: Record<string, string>, language: Language): Words {
  const plural = new Intl.PluralRules(localeOf(language));
  const number = new Intl.NumberFormat(localeOf(language));
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

type Underscored<Term extends string> = Term extends `${infer Head}-${infer Tail}`
  ? `${Head}_${Underscored<Tail>}`
  : Term;

/**
 * Message keys have no hyphens: `termKey('common_relation', 'quotes-differently')` is `common_relation_quotes_differently`.
 * Handed to `t`, it compiles only if every term of the type has its message.
 */
export const termKey = <Prefix extends string, Term extends string>(
  prefix: Prefix,
  term: Term,
): `${Prefix}_${Underscored<Term>}` => `${prefix}_${term.replaceAll('-', '_')}` as `${Prefix}_${Underscored<Term>}`;
