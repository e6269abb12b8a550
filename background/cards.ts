/** What cards on pages show: the finished model, in the reader's language alone. */
import type { CardFacts, Language } from '../data/facts.ts';
import type { CardContent, CardRequest } from '../platform/exchange.ts';
import { cardModel } from '../presentation/card.ts';
import { readTarget } from './targets.ts';

/** Answers with the content of a target's card; null for what is no target of this fact base. */
export type CardsOf = (request: CardRequest, language: Language) => CardContent | null;

/** `words` are those of the card, by language. */
export function createCards(facts: CardFacts, words: Record<Language, Record<string, string>>): CardsOf {
  const byLanguage = new Map<Language, CardFacts>();

  function factsIn(language: Language): CardFacts {
    let known = byLanguage.get(language);
    if (!known) byLanguage.set(language, (known = inLanguage(facts, language) as CardFacts));
    return known;
  }

  return ({ target: written, words: known }, language) => {
    const target = readTarget(written);
    if (!target) return null;
    const model = cardModel(factsIn(language), { kind: 'place', target });
    if (!model.entity) return null;
    const alias = target.mention?.alias ?? null;
    return { model, language, words: known === language ? null : words[language], alias };
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
