import { describe, expect, test } from 'vitest';
import { compileFacts, readFactBase } from '../../../../data/compile.ts';
import { compileDocuments } from '../../../../data/documents.ts';
import { passageOf, placeOf } from '../../../../presentation/explorer/evidence-place.ts';
import { facts } from '../../../fixtures/facts.ts';

/** Nine sentences, `S1.` to `S9.`, parted by a space; the fourth is a heading. */
const text = Array.from({ length: 9 }, (_, at) => `S${at + 1}.`).join(' ');
const document = {
  length: text.length,
  sha256: '',
  sentences: Array.from({ length: 9 }, (_, at) => ({
    start: at * 4,
    end: at * 4 + 3,
    ...(at === 3 && { none: 'heading' as const }),
  })),
};
const spanOf = (words: string) => ({
  source: 'gazette',
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
});
const claimOn = (id: string, words: string) => ({ ...facts.claims[0]!, id, evidence: [spanOf(words)] });
const numbers = (words: string) => {
  const place = placeOf(spanOf(words), document, [])!;
  return { ...place, around: place.around.map(({ number, isEvidence }) => (isEvidence ? `[${number}]` : `${number}`)) };
};

describe('the place of a span', () => {
  test('is told by the numbers of its sentences, from 1, with two neighbours on either side', () => {
    expect(numbers('S5.')).toEqual({ first: 5, last: 5, of: 9, around: ['3', '4', '[5]', '6', '7'] });
  });

  test('may be a part of one sentence or reach over several', () => {
    expect(numbers('5').around).toEqual(['3', '4', '[5]', '6', '7']);
    expect(numbers('5. S6. S').around).toEqual(['3', '4', '[5]', '[6]', '[7]', '8', '9']);
  });

  test('has fewer neighbours at either end of the document', () => {
    expect(numbers('S1.').around).toEqual(['[1]', '2', '3']);
    expect(numbers('S9.').around).toEqual(['7', '8', '[9]']);
  });

  test('says of each neighbour which claims it carries, or why none', () => {
    const { around } = placeOf(spanOf('S5.'), document, [
      claimOn('one', 'S5. S6.'),
      claimOn('other', 'S6.'),
      claimOn('far', 'S9.'),
    ])!;
    expect(around.map(({ claims, none }) => none ?? claims)).toEqual([[], 'heading', ['one'], ['one', 'other'], []]);
  });

  test('in a gap between sentences there is none', () => {
    expect(placeOf({ source: 'gazette', start: 3, end: 4 }, document, [])).toBeNull();
  });

  test('is there for every span of the fact base, and each neighbour has a claim or a reason', () => {
    const base = readFactBase();
    const [{ claims }, documents] = [compileFacts(base), compileDocuments(base)];
    const places = claims.flatMap(({ evidence }) =>
      evidence.map((span) => placeOf(span, documents[span.source]!, claims)!),
    );
    expect(places).toHaveLength(base.claims.flatMap(({ evidence }) => evidence).length);
    for (const { first, last, around } of places) {
      expect(around.filter(({ isEvidence }) => isEvidence).map(({ number }) => number)).toEqual(
        Array.from({ length: last - first + 1 }, (_, at) => first + at),
      );
      for (const sentence of around) expect(sentence.claims.length > 0 || sentence.none !== undefined).toBe(true);
    }
  });
});

describe('the passage', () => {
  const told = (words: string) =>
    passageOf(text, spanOf(words), placeOf(spanOf(words), document, [])!)
      .map(({ text: piece, isEvidence, begins }) => `${begins ?? ''}|${isEvidence ? `<${piece}>` : piece}`)
      .join('');

  test('is cut where sentences begin and where the span begins and ends; nothing is left out', () => {
    expect(told('5. S6')).toBe('3|S3. 4|S4. 5|S|<5. >6|<S6>|. 7|S7. 8|S8.');
  });

  test('ends with the document', () => {
    expect(told('S9.')).toBe('7|S7. 8|S8. 9|<S9.>');
  });
});
