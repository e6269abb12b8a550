import { foldText } from '../fold.ts';
import { LANGUAGES } from '../languages.ts';
import type { Language } from '../languages.ts';
import type { Problem } from '../problem.ts';
import { CLAIMS, sayOf } from './say.ts';
import type { Check } from './say.ts';

/** A statement names its subject: it is shown where nothing stands before it that a pronoun could point to. */
export const statementsStandAlone: Check = ({ claims }) =>
  claims.flatMap(({ id, statement }) =>
    LANGUAGES.flatMap((language) => {
      const [first = ''] = statement[language].toLowerCase().match(/[\p{L}\p{M}]+/u) ?? [];
      if (!PRONOUNS[language].includes(first)) return [];
      return [
        sayOf(CLAIMS, id)(`statement.${language} begins with the pronoun “${first}”`, 'Name who or what is meant.'),
      ];
    }),
  );

/** Two claims say different things; who says so belongs to the statement where nothing else tells them apart. */
export const statementsDiffer: Check = ({ claims }) =>
  LANGUAGES.flatMap((language) => {
    const same = Map.groupBy(claims, ({ statement }) => foldText(statement[language]));
    return [...same.values()].flatMap(([first, ...others]): Problem[] =>
      others.map(({ id }) =>
        sayOf(CLAIMS, id)(
          `statement.${language} is also that of ${first!.id}`,
          'Say in each what sets it apart, or make one claim of the two.',
        ),
      ),
    );
  });

/** Personal, possessive and demonstrative pronouns that may begin a sentence. `on` and `man` point to nobody. */
const PRONOUNS: Record<Language, readonly string[]> = {
  en: words('he she it they we you i his her hers its their theirs our ours your yours this that these those'),
  fr: words(
    'il elle ils elles je nous vous ce c cela ceci ça cet cette ces celui celle ceux celles son sa ses leur leurs notre nos votre vos',
  ),
  de: words(
    'er sie es wir ihr ich du ihre ihren ihrem ihrer ihres sein seine seinen seinem seiner seines unser unsere ' +
      'dies diese diesen diesem dieser dieses jener jene jenes',
  ),
};

function words(list: string): readonly string[] {
  return list.split(' ');
}
