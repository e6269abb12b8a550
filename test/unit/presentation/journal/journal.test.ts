import { describe, expect, test } from 'vitest';
import { words as journalWords } from 'virtual:bridle/words/journal';
import { journalCsl, journalCsv, journalMarkdown } from '../../../../presentation/export/journal.ts';
import { metIn, type JournalEntry } from '../../../../presentation/journal/entry.ts';
import { journalPages, journalStatements, localDay } from '../../../../presentation/journal/journal-pages.ts';
import { createWords } from '../../../../presentation/words.ts';
import { facts } from '../../../fixtures/facts.ts';

const words = createWords(journalWords.en, 'en');
/** At noon, so that it is the same day in most places of the world. */
const entry = (day: string, path: string, claim: string, more: Partial<JournalEntry> = {}): JournalEntry => ({
  at: `${day}T12:00:00.000Z`,
  address: `https://news.example/${path}`,
  title: `About ${path}`,
  claim,
  stance: 'restates',
  kinds: ['contradicts'],
  ...more,
});
const MET = [
  entry('2026-01-02', 'dam', 'cracked'),
  entry('2026-01-02', 'dam', 'safe', { at: '2026-01-02T12:00:01.000Z', stance: 'disputes' }),
  entry('2026-01-03', 'dam', 'cracked'),
  entry('2026-01-03', 'lake', 'tall', { at: '2026-01-03T12:30:00.000Z', stance: 'disputes', kinds: [] }),
];

test('what is contested or disputed is met, each statement once, and nothing of a frame of another site', () => {
  const match = (claim: string, stance: 'restates' | 'disputes') => ({
    claim,
    stance,
    sentence: 'It leaks.',
    confidence: 0.9,
    place: 1,
  });
  const matches = [match('cracked', 'restates'), match('tall', 'restates'), match('cracked', 'disputes')];
  const held = (...found: ReturnType<typeof match>[]) => ({ dossier: { mentions: [], matches: found } });
  const foreign = { origin: 'other.example', ...held(match('safe', 'disputes')) };
  expect(metIn([held(...matches), foreign, held(match('alone', 'disputes'))], facts)).toEqual([
    { claim: 'cracked', stance: 'restates', kinds: ['contradicts'] },
    { claim: 'alone', stance: 'disputes', kinds: [] },
  ]);
});

describe('the journal', () => {
  const shape = (query = '', entries = MET) =>
    journalPages(journalStatements(entries, facts), query).map(
      ({ day, host, title, statements }) =>
        `${day} ${host} ${title}: ${statements.map(({ entry: { claim } }) => claim).join()}`,
    );

  test('is told by day and page, the latest first', () => {
    expect(shape()).toEqual([
      '2026-01-03 news.example About lake: tall',
      '2026-01-03 news.example About dam: cracked',
      '2026-01-02 news.example About dam: cracked,safe',
    ]);
  });

  test.each([
    ['words of the statement, in any language', 'ninety metres', ['2026-01-03 news.example About lake: tall']],
    ['words of the title', 'ABOUT lake', ['2026-01-03 news.example About lake: tall']],
    ['words of the address', 'example/lake', ['2026-01-03 news.example About lake: tall']],
    ['nothing that is there', 'bassoon', []],
  ])('is searched by %s', (_, query, found) => expect(shape(query)).toEqual(found));

  test('a speaker is found without accents', () => {
    expect(shape('zoe muller')).toHaveLength(2);
  });

  test('a page without a title has its address, and no sign that turns a line round passes', () => {
    expect(shape('', [entry('2026-01-02', 'a', 'safe', { title: '' })])[0]).toContain('https://news.example/a:');
    expect(shape('', [entry('2026-01-02', 'a', 'safe', { title: '\u202Eevil' })])[0]).toContain(' evil:');
  });

  test('the day is the reader’s own', () => {
    expect(localDay(new Date(2026, 0, 2, 23, 59))).toBe('2026-01-02');
  });
});

describe('as a file', () => {
  const pages = (entries = MET) => journalPages(journalStatements(entries, facts), '');

  test('Markdown has a heading for each day and page, and takes no markup from a title', () => {
    const text = journalMarkdown(pages([...MET, entry('2026-01-01', 'x', 'safe', { title: '](evil) <b>' })]), words);
    expect(text.match(/^## /gm)).toHaveLength(3);
    expect(text).toContain('### [About lake](<https://news.example/lake>)');
    expect(text).toContain('- Disputes: Dam Works, 2015: The dam is ninety metres high');
    expect(text).toContain(String.raw`### [\](evil) \<b\>](<https://news.example/x>)`);
  });

  test('CSV has a row for each statement, and no cell is a formula', () => {
    const rows = journalCsv(pages([entry('2026-01-02', 'x', 'cracked', { title: '=cmd' })]), words).split('\r\n');
    expect(rows).toEqual([
      'met,page,title,stance,claim,statement,claimant,date (EDTF),contested by',
      "2026-01-02T12:00:00.000Z,https://news.example/x,'=cmd,restates,cracked,The dam shows cracks,Zoé Müller,2019-03,contradicts",
      '',
    ]);
  });

  test('CSL-JSON has an item for each page and day, with what was met in the note', () => {
    const items = JSON.parse(journalCsl(pages(), words)) as Record<string, unknown>[];
    expect(items).toHaveLength(3);
    expect(new Set(items.map(({ id }) => id)).size).toBe(3);
    expect(items[2]).toMatchObject({
      type: 'webpage',
      title: 'About dam',
      'container-title': 'news.example',
      URL: 'https://news.example/dam',
      accessed: { 'date-parts': [[2026, 1, 2]] },
      note: expect.stringMatching(/^Repeats: Zoé Müller.*\nDisputes: Dam Works/),
    });
  });

  test('a statement that the fact base has no more is still told by its id', () => {
    expect(journalMarkdown(pages([entry('2026-01-02', 'x', 'gone')]), words)).toContain('(gone)');
  });
});
