/**
 * The languages in which the fact base and the interface speak. To add one, add a row here, its texts in `data/*.json`
 * and its messages in `public/_locales`: the schema, types and tests name whatever else is missing.
 */
const ROWS = {
  en: { name: 'English', locale: 'en-GB' },
  fr: { name: 'Français', locale: 'fr' },
  de: { name: 'Deutsch', locale: 'de' },
} as const satisfies Record<string, LanguageRow>;

interface LanguageRow {
  /** What the language calls itself. */
  name: string;
  /** BCP 47, for `Intl`: decides how dates and numbers are written. */
  locale: string;
}

export type Language = keyof typeof ROWS;

/** The same text in every language of the fact base. */
export type Text = Record<Language, string>;

export const LANGUAGES = Object.keys(ROWS) as [Language, ...Language[]];

/** Spoken where the browser asks for a language that Bridle does not know. */
export const DEFAULT_LANGUAGE: Language = 'en';

/** What the language calls itself. */
export const nameOfLanguage = (language: Language): string => ROWS[language].name;

/** BCP 47, for `Intl`. */
export const localeOf = (language: Language): string => ROWS[language].locale;

export const isLanguage = (value: unknown): value is Language => LANGUAGES.includes(value as Language);

/** A value for each language. */
export function inEachLanguage<Value>(valueIn: (language: Language) => Value): Record<Language, Value> {
  return Object.fromEntries(LANGUAGES.map((language) => [language, valueIn(language)])) as Record<Language, Value>;
}
