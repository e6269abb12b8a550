import { expect, test } from 'vitest';
import type { ClaimMatch, Mention } from '../../../matching/model.ts';
import { dossierOf, spansOf } from '../../../page/mark.ts';
import { nextStop } from '../../../page/steps.ts';
import { alphaOf, lightnessOf } from '../../../page/theme.ts';

const mention = (start: number, end: number, more: Partial<Mention> = {}): Mention => ({
  start,
  end,
  text: 'NSO',
  entity: 'nso-group',
  alias: 'NSO',
  distance: 0,
  cues: [],
  confidence: 0.9,
  doubtful: false,
  ...more,
});
const match = (start: number, end: number, claim: string, confidence = 0.8): ClaimMatch => ({
  start,
  end,
  text: 'A sentence.',
  claim,
  stance: 'restates',
  confidence,
  stanceConfidence: 1,
});

test('a mention shows the matches of its sentence, the surest first, and the sentence is a span of its own', () => {
  const spans = spansOf(
    { mentions: [mention(4, 7), mention(40, 43)], matches: [match(0, 20, 'a', 0.7), match(0, 20, 'b', 0.9)] },
    () => false,
  );
  expect(spans.map(({ kind, start, matches }) => [kind, start, matches.map(({ claim }) => claim)])).toEqual([
    ['claim', 0, ['b', 'a']],
    ['mention', 4, ['b', 'a']],
    ['mention', 40, []],
  ]);
});

test('doubtful mentions are marked as such, muted ones not at all', () => {
  const spans = spansOf(
    { mentions: [mention(0, 3, { doubtful: true }), mention(9, 12, { alias: 'ONS' })], matches: [] },
    (alias) => alias === 'ONS',
  );
  expect(spans.map(({ kind }) => kind)).toEqual(['doubtful']);
});

test('a statement to which a sentence is only related makes no mark', () => {
  const related: ClaimMatch = { ...match(0, 20, 'a'), stance: 'related' };
  const spans = spansOf({ mentions: [mention(4, 7)], matches: [related] }, () => false);
  expect(spans).toMatchObject([{ kind: 'mention', matches: [] }]);
});

test('the dossier counts each match once, however many mentions its sentence has', () => {
  const spans = spansOf({ mentions: [mention(4, 7), mention(10, 13)], matches: [match(0, 20, 'a')] }, () => false);
  const dossier = dossierOf(spans.map((span, place) => ({ ...span, place, block: { text: 'A sentence.' } })));
  expect(dossier.mentions.map(({ place }) => place)).toEqual([1, 2]);
  expect(dossier.matches).toEqual([
    { claim: 'a', stance: 'restates', sentence: 'A sentence.', confidence: 0.8, place: 0 },
  ]);
});

test('the dossier carries what stands on either side of a mention', () => {
  const contextOf = (text: string) => {
    const start = text.indexOf('NSO');
    const spans = spansOf({ mentions: [mention(start, start + 3)], matches: [] }, () => false);
    const [{ before, after } = { before: '', after: '' }] = dossierOf(
      spans.map((span) => ({ ...span, place: 0, block: { text } })),
    ).mentions;
    return [before, after];
  };
  expect(contextOf('The NSO spoke.')).toEqual(['The ', ' spoke.']);
  const [before, after] = contextOf(`${'a herring '.repeat(9)}NSO, ${'a herring '.repeat(9)}`);
  expect(before).toMatch(/^ring (a herring ){4}$/);
  expect(after).toMatch(/^,( a herring){4} a h$/);
});

test('steps start with what is in view and go around', () => {
  const isBefore = (stop: number) => stop < 2;
  expect(nextStop({ count: 5, current: null, direction: 1, isBefore })).toBe(2);
  expect(nextStop({ count: 5, current: null, direction: -1, isBefore })).toBe(1);
  expect(nextStop({ count: 5, current: 4, direction: 1, isBefore })).toBe(0);
  expect(nextStop({ count: 5, current: 0, direction: -1, isBefore })).toBe(4);
  expect(nextStop({ count: 5, current: null, direction: 1, isBefore: () => true })).toBe(0);
  expect(nextStop({ count: 0, current: null, direction: 1, isBefore })).toBeNull();
});

test.each([
  ['rgb(0, 0, 0)', 0, 1],
  ['rgba(255, 255, 255, 0.25)', 1, 0.25],
  ['color(srgb 1 1 1 / 0.5)', 1, 0.5],
  ['color(display-p3 0 0 0)', 0, 1],
  ['oklch(0.25 0.1 20)', 0.25, 1],
  ['lab(80 0 0 / 0)', 0.8, 0],
])('%s', (color, lightness, alpha) => {
  expect(lightnessOf(color)).toBeCloseTo(lightness, 2);
  expect(alphaOf(color)).toBe(alpha);
});
