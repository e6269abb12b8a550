import { expect, it } from 'vitest';
import { checkCopiedRuns } from '../../../../cli/verify/copied-runs.ts';

const SOURCE = 'Hier, à l’aube, la loutre a traversé « sans aucune hâte » le grand étang gelé de l’île.';

/** The words that are told to be copied, for a file with this text. */
function copied(text: string, allowed: string[] = []): string[] {
  return checkCopiedRuns([{ file: 'a.md', text }], [{ source: 'otter', text: SOURCE }], allowed).map(
    ({ wrong }) => /“(.+)”/.exec(wrong)![1]!,
  );
}

const SEVEN = 'la loutre a traverse sans aucune hate';

it.each([
  ['as it stands', 'la loutre a traversé « sans aucune hâte »'],
  ['without accents, in capitals', 'LA LOUTRE A TRAVERSE SANS AUCUNE HATE'],
  ['over lines and list marks', '- la loutre\n- a traversé\n- sans aucune hâte'],
  ['in markup', '<p>la <em>loutre</em> a traversé <q>sans aucune hâte</q></p>'],
  ['with escaped letters', String.raw`'la loutre a travers\u00e9 sans aucune h\u{e2}te'`],
  ['in a string of JSON', String.raw`"la loutre\na traversé\tsans aucune hâte"`],
  ['in strings that are joined', "'la loutre a ' +\n  'traversé sans aucune hâte'"],
  ['with a marked name', '[[otter|la loutre]] a traversé sans aucune hâte'],
  ['with soft hyphens', 'la lou\u00adtre a traversé sans aucune hâte'],
])('seven words are found %s', (_, text) => expect(copied(text)).toEqual([SEVEN]));

it('an elided article is no word of its own, with either apostrophe', () => {
  expect(copied("sans aucune hâte le grand étang gelé de l'île")).toEqual([
    'sans aucune hate le grand etang gele de lile',
  ]);
  expect(copied('Hier, à l’aube, la loutre a traverse')).toEqual(['hier a laube la loutre a traverse']);
  expect(copied('à l’aube, la loutre a traversé')).toEqual([]);
});

it.each([
  ['six', 'loutre a traversé sans aucune hâte'],
  ['seven with another among them', 'la loutre brune a traversé sans aucune hâte'],
  ['the same in another order', 'sans aucune hâte la loutre a traversé'],
])('%s words are not', (_, text) => expect(copied(text)).toEqual([]));

it('a long copy is told once, and two copies twice', () => {
  expect(copied(SOURCE)).toHaveLength(1);
  expect(copied(`la loutre a traversé sans aucune hâte. Puis : la loutre a traversé sans aucune hâte`)).toEqual([
    SEVEN,
    SEVEN,
  ]);
});

it('a title or a quotation may be repeated, but not what goes on from it', () => {
  const allowed = ['la loutre a traversé sans aucune hâte'];
  expect(copied('la loutre a traversé sans aucune hâte', allowed)).toEqual([]);
  expect(copied('la loutre a traversé sans aucune hâte le', allowed)).toEqual([
    'loutre a traverse sans aucune hate le',
  ]);
});
