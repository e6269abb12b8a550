import type { Problem } from '../problem.ts';
import type { Alias, Entity } from '../schema.ts';
import { ENTITIES, sayOf } from './say.ts';
import type { Check } from './say.ts';

/** The languages in which Bridle looks for names with all their forms. In others it knows single ones. */
export const NAME_LANGUAGES = ['en', 'fr', 'de', 'es', 'it', 'nl', 'pt', 'lb', 'pl', 'ar', 'he'] as const;

/** A kind of form that an entity has in one language it has in all of these, or `noAlias` says why not. */
export const aliasesServeEveryLanguage: Check = ({ entities }) =>
  entities.flatMap((entity) => [...missingForms(entity), ...needlessReasons(entity)]);

const FORMS = ['full', 'short', 'acronym'] as const;
type Form = (typeof FORMS)[number];

/** Written in their own letters, they do not read what is `und`. */
const OTHER_SCRIPTS: readonly string[] = ['ar', 'he'];

function missingForms(entity: Entity): Problem[] {
  const say = sayOf(ENTITIES, entity.id);
  return FORMS.flatMap((form) => {
    if (form !== 'full' && !entity.aliases.some(({ kind }) => kind === form)) return [];
    const missing = NAME_LANGUAGES.filter(
      (language) => !hasForm(entity, form, language) && !isExcused(entity, form, language),
    );
    if (missing.length === 0) return [];
    return [
      say(
        `no alias of the kind ${form} in ${missing.join(', ')}`,
        'Add what papers of that language write, or say under noAlias why there is none.',
      ),
    ];
  });
}

function needlessReasons(entity: Entity): Problem[] {
  return (entity.noAlias ?? []).flatMap(({ kind, languages }) =>
    NAME_LANGUAGES.filter(
      (language) => (languages === 'all' || languages.includes(language)) && hasForm(entity, kind, language),
    ).map((language) =>
      sayOf(ENTITIES, entity.id)(
        `noAlias says that there is no alias of the kind ${kind} in ${language}, but there is one`,
        'Take the language out of noAlias.',
      ),
    ),
  );
}

function hasForm({ aliases }: Entity, form: Form, language: string): boolean {
  return aliases.some((alias) => serves(alias, form) && (alias.language === language || isEverywhere(alias, language)));
}

/** A transliteration stands for each form of the name that it renders, a translation for the full one. */
function serves({ kind }: Alias, form: Form): boolean {
  return kind === form || kind === 'transliteration' || (form === 'full' && kind === 'translation');
}

function isEverywhere({ language }: Alias, wanted: string): boolean {
  return language === 'und' && !OTHER_SCRIPTS.includes(wanted);
}

function isExcused({ noAlias = [] }: Entity, form: Form, language: string): boolean {
  return noAlias.some(({ kind, languages }) => kind === form && (languages === 'all' || languages.includes(language)));
}
