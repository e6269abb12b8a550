import { foldText } from '../fold.ts';
import type { Vocabulary } from '../facts.ts';
import type { Problem } from '../problem.ts';
import type { Alias } from '../schema.ts';
import { ENTITIES, sayOf } from './say.ts';
import type { Check } from './say.ts';

/** A form that is an ordinary word needs words around it that say who is meant. */
export const ordinaryAliasesNeedContext: Check = ({ entities, vocabulary }) => {
  const ordinary = ordinaryWords(vocabulary);
  return entities.flatMap(({ id, aliases }) =>
    aliases.flatMap((alias): Problem[] => {
      const wrong = faultOf(alias, ordinary);
      return wrong === undefined
        ? []
        : [sayOf(ENTITIES, id)(`the alias “${alias.text}” ${wrong}`, 'Let it need a cue, or drop it.')];
    }),
  );
};

function faultOf({ text, needs }: Alias, ordinary: ReadonlySet<string>): string | undefined {
  if (needs === 'cue' || needs === 'full-name') return undefined;
  const words = foldText(text).split(' ');
  if (words.every((word) => ordinary.has(word))) return `consists of ordinary words, and needs ${needs}`;
  if (words.length > 1) return undefined;
  if (needs === 'nothing') return 'is a single word, and needs nothing';
  const isLowerCase = text === text.toLowerCase() && text !== text.toUpperCase();
  return isLowerCase ? 'is a single word in lower case, and needs no cue' : undefined;
}

/** What the vocabulary lists as no name of anybody. Its patterns (`minist*`) are no words. */
function ordinaryWords({ determiners, courtesies, titles, givenNames, ordinary }: Vocabulary): ReadonlySet<string> {
  return new Set([...determiners, ...courtesies, ...titles, ...givenNames, ...ordinary].map(foldText));
}
