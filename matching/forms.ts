import type { Lexicon } from '../data/facts.ts';
import { foldText } from '../data/fold.ts';

export type Need = 'nothing' | 'affair' | 'cue' | 'full-name';

/** How a word of a form must be written on the page. */
export const ANY_CASE = 0;
export const CAPITALISED = 1;
export const ALL_CAPITALS = 2;

/** One way in which a name is written: an alias, or a variant of it that no table needs to list. */
export interface Form {
  /** Index into the lexicon's entities; -1 for a bearer of the name who is nobody of ours. */
  entity: number;
  /** The alias as the data writes it. */
  alias: string;
  /** Its words, folded. */
  words: string[];
  /** For each word, one of the constants above. */
  cases: number[];
  need: Need;
  /** Rendered by a machine, literally: always doubtful. */
  mistranslated: boolean;
  /** Words in another order than the alias (`Asselborn, Jean`): a comma may stand between. */
  swapped: boolean;
}

/** All forms of a lexicon: each alias, the name with its words run together (`#PegasusProject`), and persons' names swapped. */
export function formsOf(lexicon: Lexicon): Form[] {
  const forms: Form[] = [];
  lexicon.entities.forEach((entity, index) => {
    for (const alias of entity.aliases) {
      const form: Form = {
        entity: index,
        alias: alias.text,
        ...wordsOf(alias.text),
        need: alias.needs,
        mistranslated: alias.kind === 'mistranslation',
        swapped: false,
      };
      if (form.words.length === 0) continue;
      forms.push(form);
      if (form.words.length > 1) forms.push(runTogether(form));
      if (entity.kind === 'person' && form.words.length === 2) forms.push(swap(form));
    }
    for (const name of entity.others) {
      forms.push({
        entity: -1, alias: name, ...wordsOf(name), need: 'nothing', mistranslated: false, swapped: false,
      });
    }
  });
  return forms;
}

function wordsOf(text: string): Pick<Form, 'words' | 'cases'> {
  const words: string[] = [];
  const cases: number[] = [];
  for (const written of text.split(/[\s\u00a0'’"„“”«»().,/\u05f3\u05f4\u05be-]+/)) {
    const folded = foldText(written);
    if (folded === '') continue;
    words.push(folded);
    cases.push(written === written.toLowerCase() ? ANY_CASE : CAPITALISED);
  }
  // In a name of several words even an acronym is recognised by its neighbours: "Nso Group" is read, a lone "Nso" is not
  if (words.length === 1 && text === text.toUpperCase() && text !== text.toLowerCase()) cases[0] = ALL_CAPITALS;
  return { words, cases };
}

function runTogether(form: Form): Form {
  return { ...form, words: [form.words.join('')], cases: [CAPITALISED] };
}

function swap(form: Form): Form {
  return { ...form, words: form.words.toReversed(), cases: form.cases.toReversed(), swapped: true };
}
