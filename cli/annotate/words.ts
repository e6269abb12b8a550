/** The words of a printed page: those of the extension's cards, and a few of its own. */
import type { Language, Text } from '../../data/facts.ts';
import de from '../../public/_locales/de/messages.json' with { type: 'json' };
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import fr from '../../public/_locales/fr/messages.json' with { type: 'json' };

export interface Words {
  language: Language;
  /** The message of a key, with `{name}` replaced by the parameter of that name; `n` chooses between `KEY_one` and `KEY_other`. */
  t(key: string, parameters?: Record<string, string | number>): string;
  /** A text of the fact base. */
  text(text: Text): string;
  /** An EDTF date for a reader. */
  date(edtf: string): string;
}

type Messages = Record<string, { message: string }>;

const CARDS: Record<Language, Messages> = { en, fr, de };

const OWN: Record<Language, Record<string, string>> = {
  en: {
    card_stance_related: 'This sentence may speak of',
    page_title: 'Annotated by Bridle',
    page_named: 'Who and what is named',
    page_matched: 'Statements that the text takes up',
    page_places: 'In the text',
    page_place: 'Place {n} in the text',
    page_sources: 'Sources',
    page_note: 'A mark says that there is context here, never that something is false.',
    page_nothing: 'Bridle found nothing of the affair in it.',
    page_above_one: '{n} statement further up',
    page_above_other: '{n} statements further up',
  },
  fr: {
    card_stance_related: 'Cette phrase parle peut-être de',
    page_title: 'Annoté par Bridle',
    page_named: 'Qui et quoi est nommé',
    page_matched: 'Déclarations que le texte reprend',
    page_places: 'Dans le texte',
    page_place: 'Endroit {n} du texte',
    page_sources: 'Sources',
    page_note: 'Une marque dit qu’il y a ici un contexte, jamais que quelque chose est faux.',
    page_nothing: 'Bridle n’y a rien trouvé de l’affaire.',
    page_above_one: '{n} déclaration plus haut',
    page_above_other: '{n} déclarations plus haut',
  },
  de: {
    card_stance_related: 'Dieser Satz spricht vielleicht von',
    page_title: 'Mit Anmerkungen von Bridle',
    page_named: 'Wer und was genannt wird',
    page_matched: 'Aussagen, die der Text aufgreift',
    page_places: 'Im Text',
    page_place: 'Stelle {n} im Text',
    page_sources: 'Quellen',
    page_note: 'Eine Markierung sagt, dass es hier Kontext gibt, nie dass etwas falsch ist.',
    page_nothing: 'Bridle fand darin nichts von der Affäre.',
    page_above_one: '{n} Aussage weiter oben',
    page_above_other: '{n} Aussagen weiter oben',
  },
};

export function createWords(language: Language): Words {
  const plural = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(language);
  const cards = Object.entries(CARDS[language]).map(([key, { message }]) => [key, message] as const);
  const messages: Record<string, string> = { ...Object.fromEntries(cards), ...OWN[language] };
  const t: Words['t'] = (key, parameters = {}) => {
    const { n } = parameters;
    const form = typeof n === 'number' ? `${key}_${plural.select(n) === 'one' ? 'one' : 'other'}` : key;
    const message = [form, key].map((name) => messages[name.replaceAll('-', '_')]).find((found) => found !== undefined);
    if (message === undefined) throw new Error(`No message ${key} in ${language}`);
    return message.replace(/\{(\w+)\}/g, (whole, parameter: string) => {
      const value = parameters[parameter] ?? whole;
      return typeof value === 'number' ? number.format(value) : value;
    });
  };
  return { language, t, text: (text) => text[language], date: (edtf) => formatDate(edtf, language, t) };
}

/** `2021-11~` reads `around Nov 2021`; `2021-07/2021-10` `Jul 2021 – Oct 2021`; `2019/..` `since 2019`. */
function formatDate(edtf: string, language: Language, t: Words['t']): string {
  const [first = '', last] = edtf.split('/').map((point) => (point === '..' ? '' : formatPoint(point, language, t)));
  if (last === undefined) return first;
  if (last === '') return t('common_date_since', { date: first });
  return first === '' ? t('common_date_until', { date: last }) : t('common_date_span', { from: first, to: last });
}

function formatPoint(point: string, language: Language, t: Words['t']): string {
  const [, year, month, day, qualifier] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?])?$/.exec(point) ?? [];
  if (!year) return point;
  const date = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    year: 'numeric',
    ...(month && { month: 'short' }),
    ...(day && { day: 'numeric' }),
    timeZone: 'UTC',
  }).format(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  if (qualifier === '~') return t('common_date_about', { date });
  return qualifier === '?' ? t('common_date_uncertain', { date }) : date;
}
