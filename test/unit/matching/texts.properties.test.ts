/** Texts as no editor would let them pass: halves of characters, words without end, scripts mixed, paragraphs cut anywhere. */
import fc from 'fast-check';
import { gate } from 'virtual:bridle/gate';
import { describe, expect, it } from 'vitest';
import { atOnce } from '../../../matching/at-once.ts';
import { gateFor } from '../../../page/gate/expressions.ts';
import type { Annotation } from '../../../matching/model.ts';
import { tokenize } from '../../../matching/tokens.ts';
import { engine } from './engine.ts';

const NEWS = 'The spyware Pegasus is made by NSO Group of Israel; Jean Asselborn told the deputies.';
const piece = fc.oneof(
  fc.constantFrom(
    NEWS,
    'NSO Group',
    'Pegasus',
    'פגסוס',
    'بيغاسوس',
    'Пегас',
    '\u202eNSO Group\u202c',
    '\u200fNSO',
    'N\u0301S\u0327O',
    'Asselborn’s',
  ),
  // Halves of surrogate pairs among them.
  fc.array(fc.integer({ min: 0xd7f0, max: 0xe010 }), { maxLength: 4 }).map((codes) => String.fromCharCode(...codes)),
  fc
    .array(fc.integer({ min: 0x300, max: 0x36f }), { maxLength: 30 })
    .map((codes) => `Pegasus${String.fromCharCode(...codes)}`),
  fc
    .tuple(fc.constantFrom('NSO', 'Pegasus', 'ß', '٣', 'x'), fc.integer({ min: 1, max: 400 }))
    .map(([word, times]) => word.repeat(times)),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(' ', '\n', '\u00a0', '\ufffc', '\u0000', '.', '-'),
);
const text = fc.array(piece, { maxLength: 15 }).map((pieces) => pieces.join(''));

function annotate(blocks: string[]): Annotation[] {
  return atOnce(engine.link(blocks.map((block) => engine.scan(block))));
}

function expectInside(blocks: string[], annotations: Annotation[]): void {
  expect(annotations).toHaveLength(blocks.length);
  for (const [at, { mentions, matches }] of annotations.entries()) {
    for (const found of [...mentions, ...matches]) {
      expect(found.start).toBeGreaterThanOrEqual(0);
      expect(found.end).toBeGreaterThan(found.start);
      expect(found.end).toBeLessThanOrEqual(blocks[at]!.length);
      expect(blocks[at]!.slice(found.start, found.end)).toBe(found.text);
    }
  }
}

describe('for every text, however broken', () => {
  it('mentions and claim matches land on what they say', () => {
    fc.assert(
      fc.property(text, (written) => {
        expectInside([NEWS, written], annotate([NEWS, written]));
      }),
      { numRuns: 1000 },
    );
  });

  it('a text cut anywhere is read in its pieces, and no mention runs out of its piece', () => {
    fc.assert(
      fc.property(text, fc.array(fc.nat(), { maxLength: 5 }), (written, places) => {
        const cuts = [
          0,
          ...places.map((place) => place % (written.length + 1)).toSorted((a, b) => a - b),
          written.length,
        ];
        const blocks = [NEWS, ...cuts.slice(1).map((cut, at) => written.slice(cuts[at], cut))];
        expectInside(blocks, annotate(blocks));
      }),
      { numRuns: 500 },
    );
  });

  it('what was read before changes nothing', () => {
    fc.assert(
      fc.property(text, text, (written, other) => {
        const first = annotate([NEWS, written]);
        annotate([other, NEWS]);
        expect(annotate([NEWS, written])).toEqual(first);
      }),
      { numRuns: 300 },
    );
  });

  it('words stand in order and do not overlap', () => {
    fc.assert(
      fc.property(text, (written) => {
        const { count, starts, ends } = tokenize(written);
        for (let at = 0; at < count; at++) {
          expect(starts[at]!).toBeGreaterThanOrEqual(at === 0 ? 0 : ends[at - 1]!);
          expect(ends[at]!).toBeGreaterThan(starts[at]!);
        }
        expect(count === 0 ? 0 : ends[count - 1]!).toBeLessThanOrEqual(written.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('the gate opens for the news, whatever comes after it', () => {
    const speaks = gateFor(gate);
    fc.assert(
      fc.property(text, (after) => {
        expect(speaks(`${NEWS}\n${after}`)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
