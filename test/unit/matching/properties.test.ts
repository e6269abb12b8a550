import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../../data/fold.ts';
import { atOnce } from '../../../matching/at-once.ts';
import { editDistance } from '../../../matching/names/near.ts';
import { sentencesOf } from '../../../matching/sentences.ts';
import { foldSpan, tokenize } from '../../../matching/tokens.ts';
import { engine, mentionsOf } from './engine.ts';

/** Names, cues, traps and what stands between them, in no sensible order. */
const piece = fc.oneof(
  fc.constantFrom(
    'NSO',
    'NSO Group',
    'Pegasus',
    'spyware',
    'Jean Asselborn',
    'Asselborns',
    'd’',
    'Macron',
    'ONS',
    'orchestra',
    'פגסוס',
    'لبيغاسوس',
    'Émile',
    'Le Monde',
    'Straße',
    'œuvre',
    '\u00ad',
    '\u200d',
    '\u0301',
    '😀',
    '\n',
    '. ',
    ' ',
    '-',
    '/',
    '#',
    '@',
    '(Reuters)',
    'WhatsApp',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
const page = fc.array(text, { maxLength: 6 });

describe('for every text', () => {
  it('mentions land on the text, in order, without overlap', () => {
    fc.assert(
      fc.property(page, (paragraphs) => {
        const annotations = atOnce(engine.link(paragraphs.map((paragraph) => engine.scan(paragraph))));
        annotations.forEach(({ mentions }, index) => {
          let last = 0;
          for (const mention of mentions) {
            expect(mention.start).toBeGreaterThanOrEqual(last);
            expect(mention.end).toBeGreaterThan(mention.start);
            expect(paragraphs[index]!.slice(mention.start, mention.end)).toBe(mention.text);
            expect(mention.confidence).toBeGreaterThan(0);
            expect(mention.confidence).toBeLessThanOrEqual(1);
            last = mention.end;
          }
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('reading it twice gives the same', () => {
    fc.assert(
      fc.property(page, (paragraphs) => {
        expect(mentionsOf(...paragraphs)).toEqual(mentionsOf(...paragraphs));
      }),
    );
  });

  it('folding never joins two words: each token folds to one word, and tokens are parted by something visible', () => {
    fc.assert(
      fc.property(text, (written) => {
        const { count, starts, ends } = tokenize(written);
        for (let i = 0; i < count; i++) {
          expect(foldSpan(written, starts[i]!, ends[i]!)).not.toMatch(/\s/);
          if (i > 0)
            expect(written.slice(ends[i - 1], starts[i])).toMatch(/[^\p{L}\p{M}\u00ad\u200d]|[\u{10000}-\u{10ffff}]/u);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('folding twice changes nothing more', () => {
    fc.assert(
      fc.property(text, (written) => {
        expect(foldText(foldText(written))).toBe(foldText(written));
      }),
    );
  });

  it('sentences cover every visible character once, in order', () => {
    fc.assert(
      fc.property(text, (written) => {
        let last = 0;
        let kept = '';
        for (const { start, end } of sentencesOf(written)) {
          expect(start).toBeGreaterThanOrEqual(last);
          kept += written.slice(start, end);
          last = end;
        }
        expect(kept.replace(/\s/g, '')).toBe(written.replace(/\s/g, ''));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('without a name or a word that makes a page one of the affair', () => {
  const innocent = fc.array(
    fc.constantFrom(
      'Macron',
      'Joe Biden',
      'Apple',
      'WhatsApp',
      'Le Monde',
      'journalist',
      'Asselborn',
      'minister',
      'hacked',
      '. ',
    ),
    { maxLength: 60 },
  );
  it('nothing is linked', () => {
    fc.assert(
      fc.property(innocent, (words) => {
        expect(mentionsOf(words.join(' '))).toEqual([]);
      }),
    );
  });
});

describe('edit distance', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
  it('is symmetric, zero for the same word alone, and bounded by the longer word', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = editDistance(a, b, 20);
        expect(distance).toBe(editDistance(b, a, 20));
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
  it('counts a swap of neighbours once', () => {
    expect(editDistance('asselborn', 'assleborn', 2)).toBe(1);
  });
});
