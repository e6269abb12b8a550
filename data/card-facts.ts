import type { Facts, Language } from './facts.ts';

/**
 * What a card on a web page needs: one language, and of the evidence only its quotations. The annotator gets this form, since it is
 * loaded on each page that speaks of the affair; the other surfaces get everything.
 */
export function cardFacts(facts: Facts, language: Language): Facts {
  const { endsOn, sources, entities, claims, relations } = facts;
  const lean: Facts = {
    endsOn,
    sources: sources.map((source) => ({ ...source, notes: [] })),
    entities,
    claims: claims.map((claim) => ({ ...claim, figures: [], evidence: claim.evidence.filter(({ quote }) => quote) })),
    relations,
  };
  return inOneLanguage(lean, language) as Facts;
}

/** Every `{ en, fr, de }` keeps one of the three. */
function inOneLanguage(value: unknown, language: Language): unknown {
  if (Array.isArray(value)) return value.map((item) => inOneLanguage(item, language));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const isText = entries.length === 3 && ['en', 'fr', 'de'].every((key) => key in value);
  return Object.fromEntries(
    isText ? entries.filter(([key]) => key === language) : entries.map(([key, inner]) => [key, inOneLanguage(inner, language)]),
  );
}
