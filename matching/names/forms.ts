import type { Lexicon } from '../../data/facts.ts';
import { foldLetters } from '../../data/fold.ts';

export type Need = 'nothing' | 'affair' | 'cue' | 'full-name';

/** How a word of a form must be written on the page. */
export const ANY_CASE = 0;
export const CAPITALISED = 1;
export const ALL_CAPITALS = 2;

/** One way in which a name is written: an alias, or a variant of it that no table needs to list. */
export interface Form {
  /** Index into the lexicon's entities; -1 for a bearer of the name who is nobody of ours. */
  entity: number;
  /** Whose name it is, or whose name another bears. */
  nameOf: number;
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
  /** Whether it may stand without its capitals: `never` where that is an ordinary word, `rarely` where it may be one and the whole text has few. */
  small: 'always' | 'rarely' | 'never';
  /** Run together from several words: read only as it stands, for a slip of it is an ordinary word too often. */
  exact: boolean;
  /** First letters of the given names, folded; empty for all but persons. */
  initials: string;
}

/** All forms of a lexicon: each alias, the name with its words run together (`#PegasusProject`), and persons' names swapped. */
export function formsOf(lexicon: Lexicon): Form[] {
  const forms: Form[] = [];
  const ordinary = new Set(lexicon.vocabulary.smallLetters);
  const wordsOf = wordsOfAll(
    lexicon.entities.flatMap(({ aliases, others }) => [...aliases.map(({ text }) => text), ...others]),
  );
  lexicon.entities.forEach((entity, index) => {
    const initials = entity.kind === 'person' ? initialsOf(entity.aliases) : '';
    for (const alias of entity.aliases) {
      const form: Form = {
        entity: index,
        nameOf: index,
        alias: alias.text,
        ...wordsOf(),
        need: alias.needs,
        mistranslated: alias.kind === 'mistranslation',
        swapped: false,
        small: ordinary.has(foldLetters(alias.text))
          ? 'never'
          : alias.needs !== 'cue' || entity.central
            ? 'always'
            : 'rarely',
        exact: false,
        initials,
      };
      forms.push(form);
      if (form.words.length > 1) forms.push(runTogether(form));
      if (entity.kind === 'person' && form.words.length === 2) forms.push(swap(form));
    }
    for (const name of entity.others) {
      forms.push({
        entity: -1,
        nameOf: index,
        alias: name,
        ...wordsOf(),
        need: 'nothing',
        mistranslated: false,
        swapped: false,
        small: 'always',
        exact: false,
        initials: '',
      });
    }
  });
  return forms;
}

/** All names at once, because the browser folds one long text much faster than many short ones. Hands out the words of one after the other. */
function wordsOfAll(texts: readonly string[]): () => Pick<Form, 'words' | 'cases'> {
  const written = texts.join('\n').replace(/[ \u00a0'’"„“”«»().,/\u05f3\u05f4\u05be-]+/g, ' ');
  const [inCases, folded] = [written.split('\n'), foldLetters(written).split('\n')];
  let at = -1;
  return () => {
    at++;
    const words = folded[at]!.trim().split(' ');
    const cases = inCases[at]!.trim()
      .split(' ')
      .map((word) => (word === word.toLowerCase() ? ANY_CASE : CAPITALISED) as number);
    const text = texts[at]!;
    // In a name of several words even an acronym is recognised by its neighbours: "Nso Group" is read, a lone "Nso" is not
    if (words.length === 1 && text === text.toUpperCase() && text !== text.toLowerCase()) cases[0] = ALL_CAPITALS;
    return { words, cases };
  };
}

function initialsOf(aliases: readonly { text: string }[]): string {
  return [...new Set(aliases.filter(({ text }) => text.includes(' ')).map(({ text }) => foldLetters(text)[0]))].join(
    '',
  );
}

function runTogether(form: Form): Form {
  return { ...form, words: [form.words.join('')], cases: [CAPITALISED], exact: true };
}

function swap(form: Form): Form {
  return { ...form, words: form.words.toReversed(), cases: form.cases.toReversed(), swapped: true };
}
