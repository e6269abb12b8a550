import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCsv } from '../../../../presentation/export/csv.ts';
import { subsetOf } from '../../../../presentation/export/subset.ts';
import { facts } from '../../../fixtures/facts.ts';

/** A reader of RFC 4180, written from the RFC. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (let at = 0; at < text.length;) {
    let cell = '';
    if (text[at] === '"') {
      for (at += 1; text[at] !== '"' || text[at + 1] === '"'; at += 1) {
        if (text[at] === '"') at += 1;
        cell += text[at];
      }
      at += 1;
    } else {
      for (; at < text.length && text[at] !== ',' && !text.startsWith('\r\n', at); at += 1) cell += text[at];
    }
    rows.at(-1)!.push(cell);
    if (text[at] === ',') {
      at += 1;
      if (at === text.length) rows.at(-1)!.push('');
    } else {
      at += 2;
      if (at < text.length) rows.push([]);
    }
  }
  return rows;
}

test('has a row for each claim, all as wide as the head, with names in the language asked for', () => {
  const [head, ...rows] = readCsv(toCsv(facts, 'de'));
  expect(rows.map(([id]) => id)).toEqual(facts.claims.map(({ id }) => id));
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([head!.length]));
  const safe = Object.fromEntries(head!.map((name, at) => [name, rows[0]![at]]));
  expect(safe).toMatchObject({
    statement: 'The dam is safe (de)',
    claimant: 'Dam Works (de)',
    attitude: 'denies',
    sources: 'Gazette',
    evidence: 'gazette:0-9',
    quotations: 'tout va bien',
    relations: 'contradicts:cracked',
  });
});

test('any text comes back as it was, but for an apostrophe before what would be a formula', () => {
  const statements = fc.oneof(
    fc.string(),
    fc.constantFrom('=HYPERLINK("x")', '+1', '-1', '@SUM(A1)', '\tx', 'a "b", c\r\nd', '"', ','),
  );
  fc.assert(
    fc.property(statements, (statement) => {
      const changed = { ...facts, claims: [{ ...facts.claims[0]!, statement: { en: statement, fr: '', de: '' } }] };
      const cell = readCsv(toCsv(changed, 'en'))[1]![1]!;
      expect(cell).toBe(/^[=+\-@\t\r]/.test(statement) ? `'${statement}` : statement);
      expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    }),
  );
});

test('a subset keeps what its claims need, and ties with both ends', () => {
  const part = subsetOf(facts, ['safe', 'cracked', 'blessing']);
  expect(part.claims).toHaveLength(3);
  expect(part.relations.map(({ id }) => id)).toEqual(['cracks']);
  expect(part.entities.map(({ id }) => id)).toEqual(['dam-works', 'zoe-muller', 'regent', 'ada-roth']);
  expect(part.sources).toHaveLength(1);
  expect(subsetOf(facts, ['safe']).relations).toEqual([]);
});
