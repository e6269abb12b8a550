/**
 * Code that must not compile, for `npm run types`: a relation kind, an attitude or a language that is added in its table
 * in `data/` makes the compiler name every place that does not know it yet. Each error stands under part of its message.
 */
import type { Attitude } from '../../data/attitudes.ts';
import type { Language, Text } from '../../data/languages.ts';
import type { RelationKind, RelationKindRow } from '../../data/relation-kinds.ts';
import { termKey, type BasisLabel, type Words } from '../../presentation/words.ts';

declare const t: Words['t'];

// A row that does not say what the relation makes of its two claims
// @ts-expect-error Property 'effect' is missing
export const row: RelationKindRow = { sign: '!', isSymmetric: true, cito: null };

// A term of another ontology
// @ts-expect-error '"ridicules"' is not assignable to type '"retracts" | "qualifies" | "updates" | null'
export const foreign: RelationKindRow = { sign: '!', effect: 'differs', isSymmetric: true, cito: 'ridicules' };

// A kind without a name for readers
declare const kind: RelationKind | 'replaces';
// @ts-expect-error '"common_relation_replaces"' is not assignable to parameter of type 'MessageKey'
t(termKey('common_relation', kind));

// A kind without its line of explanation
// @ts-expect-error '"legend_relation_replaces"' is not assignable to parameter of type 'MessageKey'
t(termKey('legend_relation', kind));

// An attitude without a name for readers
declare const attitude: Attitude | 'asks-back';
// @ts-expect-error '"common_attitude_asks_back"' is not assignable to parameter of type 'MessageKey'
t(termKey('common_attitude', attitude));

// A table of something for each kind that leaves one out
// @ts-expect-error Property 'corroborates' is missing
export const signs: Record<RelationKind, string> = {
  contradicts: '',
  retracts: '',
  qualifies: '',
  'measures-differently': '',
  'quotes-differently': '',
  updates: '',
};

// A text without one of the languages
// @ts-expect-error Property 'de' is missing
export const text: Text = { en: '', fr: '' };

// A language that the fact base does not speak
// @ts-expect-error '"nl"' is not assignable to type '"en" | "fr" | "de"'
export const language: Language = 'nl';

// A message that no locale has
// @ts-expect-error '"card_stance_doubts"' is not assignable to parameter of type 'MessageKey'
t('card_stance_doubts');

// Any text at all
declare const typed: string;
// @ts-expect-error 'string' is not assignable to parameter of type 'MessageKey'
t(typed);

// A note on a basis without the message for what is known from elsewhere
// @ts-expect-error '"card_reason"' is not assignable to type 'BasisLabel'
export const label: BasisLabel = 'card_reason';
