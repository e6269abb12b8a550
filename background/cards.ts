/** What cards on pages show: the finished model, in the reader's language alone. */
import type { CardFacts, Facts, Language } from '../data/facts.ts';
import type { CardContent, CardRequest } from '../platform/exchange.ts';
import { cardModel } from '../presentation/card.ts';
import { cardView } from '../presentation/card-view.ts';
import { cite } from '../presentation/export/citation.ts';
import { reportOf } from '../presentation/report.ts';
import { createWords } from '../presentation/words.ts';
import { readSubject } from './targets.ts';

/** Answers with the content of a target's card; null for what is no target of this fact base. */
export type CardsOf = (request: CardRequest, language: Language) => CardContent | null;

/** `words` are those of the card, by language; `version` is Bridle's own. */
export function createCards(facts: Facts, words: Record<Language, Record<string, string>>, version: string): CardsOf {
  const byLanguage = new Map<Language, CardFacts>();

  function factsIn(language: Language): CardFacts {
    let known = byLanguage.get(language);
    if (!known) byLanguage.set(language, (known = inLanguage(facts, language) as CardFacts));
    return known;
  }

  return ({ target: written, words: known }, language) => {
    const subject = readSubject(written);
    if (!subject) return null;
    const found = cardModel(factsIn(language), subject);
    if (!found.entity) return null;
    const mention = subject.kind === 'place' ? subject.target.mention : null;
    const model = cardView(found, subject.kind === 'entity' || mention !== null);
    const spoken = createWords(words[language], language);
    const { t, date } = spoken;
    const citation =
      model.record &&
      cite(facts, model.record, {
        language,
        date,
        ownWords: t('card_own_words'),
        relayed: (names) => t('common_relayed', { names }),
      });
    return {
      model,
      language,
      words: known === language ? null : words[language],
      alias: mention?.alias ?? null,
      citation: citation?.plain ?? null,
      report: reportOf(subject, version, facts.endsOn, spoken),
    };
  };
}

/** The same with the texts of one language alone: a third of what would travel. */
function inLanguage(value: unknown, language: Language): unknown {
  if (Array.isArray(value)) return value.map((entry) => inLanguage(entry, language));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const isText = 'en' in value && 'fr' in value && 'de' in value;
  return Object.fromEntries(
    (isText ? entries.filter(([key]) => key === language) : entries).map(([key, entry]) => [
      key,
      inLanguage(entry, language),
    ]),
  );
}
