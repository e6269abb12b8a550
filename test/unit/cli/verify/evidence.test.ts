import { expect, it } from 'vitest';
import { checkAliasSources } from '../../../../cli/verify/alias-sources.ts';
import { checkFigures } from '../../../../cli/verify/figures.ts';
import { smallBase } from '../../data/small-base.ts';

/** What is wrong with a claim of these figures whose evidence is the whole of the text. */
function wrongFigures(text: string, ...values: number[]): string[] {
  const claim = smallBase().claims[2]!;
  claim.figures = values.map((value) => ({ value, counts: { en: 'c', fr: 'c', de: 'c' } }));
  claim.evidence = [{ source: 'second', start: 0, end: text.length, sha256: '' }];
  return checkFigures([claim], new Map([['second', text]])).map(({ wrong }) => wrong);
}

it.each([
  ['neuf entités', 9],
  ['quelque 1 400 comptes', 1400],
  ['50.000 numéros', 50_000],
  ['cinquante mille numéros', 50_000],
  ['quatre-vingt-huit groupes', 88],
  ['une centaine de personnes', 100],
])('“%s” holds %i', (text, value) => {
  expect(wrongFigures(text, value)).toEqual([]);
  expect(wrongFigures(text, value, value + 1)).toEqual([`the figure ${value + 1} stands in none of its evidence`]);
});

it('one of several spans is enough; a figure elsewhere in the document is not', () => {
  const claim = smallBase().claims[2]!;
  claim.figures = [{ value: 9, counts: { en: 'c', fr: 'c', de: 'c' } }];
  const text = 'Sept ici. Neuf là.';
  const span = (start: number, end: number) => ({ source: 'second', start, end, sha256: '' });
  const texts = new Map([['second', text]]);
  claim.evidence = [span(0, 9), span(10, 18)];
  expect(checkFigures([claim], texts)).toEqual([]);
  claim.evidence = [span(0, 9)];
  expect(checkFigures([claim], texts)).toHaveLength(1);
});

it('an alias that no source writes must be marked as external', () => {
  const { entities } = smallBase();
  entities[0]!.aliases = [
    { text: 'Groupe NSO', language: 'fr', kind: 'full', needs: 'affair' },
    { text: 'NSO-Gruppe', language: 'de', kind: 'translation', needs: 'affair' },
    { text: 'grupo NSO', language: 'es', kind: 'translation', needs: 'affair', external: true },
  ];
  const wrong = checkAliasSources([entities[0]!], ['Le groupe NSO se tait.']).map(({ wrong: told }) => told);
  expect(wrong).toEqual(['no source writes the alias “NSO-Gruppe”']);
  expect(checkAliasSources([entities[0]!], ['Le sous-groupe NSOs'])).toHaveLength(2);
});
