import { describe, expect, test } from 'vitest';
import { cite, type CitationWords } from '../../../../presentation/export/citation.ts';
import type { Facts } from '../../../../data/facts.ts';
import { facts as small } from '../../../fixtures/facts.ts';

const text = { en: 'why', fr: 'why', de: 'why' };
const facts: Facts = {
  ...small,
  sources: [
    {
      ...small.sources[0]!,
      authors: ['Ann Ash', 'Bo Birk'],
      title: { text: '100 % & more_{x}', basis: { kind: 'stated' } },
      publisher: { name: 'Gazette', basis: { kind: 'inferred', how: text } },
      published: '2020-06~',
      url: 'https://gazette.example/dam',
    },
    {
      ...small.sources[0]!,
      id: 'office',
      kind: 'press-release',
      published: '2019/2020',
      publisher: { name: 'Office', basis: { kind: 'stated' } },
    },
  ],
  claims: small.claims.map((claim) => (claim.id === 'taller' ? { ...claim, recordedBy: ['office'] } : claim)),
};
const words: CitationWords = {
  language: 'en',
  date: (edtf) => `<${edtf}>`,
  ownWords: 'our words',
  relayed: (names) => `via ${names}`,
};

describe('a citation', () => {
  test('of a claim says who, when, in whose words, and where; brackets hold what is inferred', () => {
    expect(cite(facts, { kind: 'claim', id: 'blessing' }, words)!.plain).toBe(
      'The regent, via Zoé Müller, <2020-02-03>: The regent blesses the water (our words) — ' +
        'Ann Ash, Bo Birk. 100 % & more_{x}. [Gazette]. <2020-06~>. https://gazette.example/dam',
    );
  });

  test('for BibTeX escapes, keeps the uncertain date, and has one entry for each document', () => {
    const { bibtex } = cite(facts, { kind: 'relation', id: 'heights' }, words)!;
    expect(bibtex.match(/^@/gm)).toHaveLength(2);
    expect(bibtex).toContain('@article{gazette:heights,');
    expect(bibtex).toContain('  author = {Ann Ash and Bo Birk},');
    expect(bibtex).toContain(String.raw`  title = {{100 \% \& more\_\{x\}}},`);
    expect(bibtex).toContain('  date = {2020-06~},\n  year = {2020},');
    expect(bibtex).toContain('@misc{office:heights,\n  author = {{Office}},');
    for (const entry of bibtex.split('\n\n')) {
      const bare = entry.replace(/\\[{}]/g, '');
      expect(bare.match(/\{/g)!.length).toBe(bare.match(/\}/g)!.length);
    }
  });

  test('as CSL-JSON has types, parts of dates, and circa for what is approximate', () => {
    const items = JSON.parse(cite(facts, { kind: 'relation', id: 'heights' }, words)!.csl);
    expect(items).toMatchObject([
      {
        id: 'gazette:heights',
        type: 'article-newspaper',
        issued: { 'date-parts': [[2020, 6]], circa: true },
        URL: 'https://gazette.example/dam',
        author: [{ literal: 'Ann Ash' }, { literal: 'Bo Birk' }],
      },
      { id: 'office:heights', type: 'report', issued: { 'date-parts': [[2019], [2020]] }, publisher: 'Office' },
    ]);
    expect(items[1].issued.circa).toBeUndefined();
  });

  test('of a name cites the documents that name it; of a document, that alone', () => {
    expect(
      JSON.parse(cite(facts, { kind: 'entity', id: 'zoe-muller' }, words)!.csl).map((item: { id: string }) => item.id),
    ).toEqual(['gazette:zoe-muller', 'office:zoe-muller']);
    const own = cite(facts, { kind: 'source', id: 'office' }, words)!;
    expect(own.plain).toBe('The dam. Office. <2019/2020>.');
    expect(own.bibtex).not.toContain('note');
  });

  test.each(['claim', 'entity', 'relation', 'source'] as const)('of an unknown %s is none', (kind) => {
    expect(cite(facts, { kind, id: 'nobody' }, words)).toBeNull();
  });
});
