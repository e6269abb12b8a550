import { expect, test } from 'vitest';
import { compileFacts, compileLexicon, readFactBase } from '../../../../data/compile.ts';
import { LANGUAGES } from '../../../../data/languages.ts';
import { RELATION_KIND_NAMES } from '../../../../data/relation-kinds.ts';
import { MAX_QUERY_LENGTH, readQuery } from '../../../../presentation/search/query.ts';
import { createSearch } from '../../../../presentation/search/search.ts';
import { readWords } from '../../../../cli/words.ts';
import { termKey } from '../../../../presentation/words.ts';

test.each(['50000', '50,000', '50 000', '50.000', 'fifty thousand', 'cinquante mille', 'fünfzigtausend'])(
  'reads %s as one figure and no words',
  (typed) => {
    expect(readQuery(typed)).toMatchObject({ figures: [50_000], words: [] });
  },
);

test('a year is a word', () => {
  expect(readQuery('letter 2021')).toMatchObject({ figures: [], words: ['letter', '2021'] });
});

test.each(['how many offices', 'wie viele offices', 'combien de offices', 'Anzahl der offices'])(
  'hears that %s asks for a number',
  (typed) => {
    expect(readQuery(typed)).toMatchObject({ asksForNumber: true, words: ['offices'] });
  },
);

test.each(LANGUAGES)('knows each kind of relation by the name that the interface gives it in %s', (language) => {
  const { t } = readWords(language);
  for (const kind of RELATION_KIND_NAMES)
    expect(readQuery(t(termKey('common_relation', kind))).relationKinds, kind).toContain(kind);
});

test.each(LANGUAGES)('what the popup offers to try finds something in %s', (language) => {
  const base = readFactBase();
  const search = createSearch({
    facts: compileFacts(base),
    aliases: compileLexicon(base).entities,
    concepts: base.concepts,
  });
  const { t } = readWords(language);
  for (const key of ['popup_try_kind', 'popup_try_question', 'popup_try_figure', 'popup_try_name'] as const)
    expect(search(t(key)).length, key).toBeGreaterThan(0);
});

test('leaves out words that tell nothing, unless there are no others', () => {
  expect(readQuery('What did the minister say about it?').words).toEqual(['minister']);
  expect(readQuery('who what').words).toEqual(['who', 'what']);
});

test('reads no further than a sentence is long', () => {
  const { words, sentence } = readQuery('spy '.repeat(5000) + 'end');
  expect(words).toEqual(['spy']);
  expect(sentence!.length).toBeLessThanOrEqual(MAX_QUERY_LENGTH);
});
