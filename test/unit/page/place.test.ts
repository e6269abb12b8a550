import fc from 'fast-check';
import { expect, test } from 'vitest';
import { place, type PlaceInput } from '../../../page/place.ts';

const viewport = { width: 1200, height: 800 };
const line = { left: 100, right: 180, top: 300, bottom: 320 };
const column = null;
const card = { width: 392, height: 240 };

test('below the line where there is room', () => {
  const at = place({ lines: [line], line, column, card, viewport, sheet: false });
  expect(at.side).toBe('below');
  expect(at.left).toBe(100);
  expect(at.maxHeight).toBe(240);
});

test('above a line near the bottom', () => {
  const low = { ...line, top: 700, bottom: 720 };
  const at = place({ lines: [low], line: low, column, card, viewport, sheet: false });
  expect(at.side).toBe('above');
  expect(at.top + at.maxHeight).toBeLessThan(700);
});

test('beside all lines of a sentence where there is room', () => {
  const second = { left: 20, right: 400, top: 320, bottom: 340 };
  expect(place({ lines: [line, second], line, column, card, viewport, sheet: false }).top).toBeGreaterThanOrEqual(340);
});

test('in the margin of the text where that is wide enough and near, else below', () => {
  const text = { left: 60, right: 700, top: 200, bottom: 600 };
  const near = { ...line, right: 650 };
  const at = (given: Partial<PlaceInput>) =>
    place({ lines: [near], line: near, column: text, card, viewport, sheet: false, ...given });
  expect(at({})).toMatchObject({ side: 'beside', top: 300 });
  expect(at({}).left).toBeGreaterThan(700);
  expect(at({ column: { ...text, right: 900 } }).side, 'no room').toBe('below');
  expect(at({ lines: [line], line }).side, 'far from the line').toBe('below');
  const right = { left: 560, right: 1150, top: 300, bottom: 320 };
  const onTheLeft = at({ lines: [right], line: right, column: { ...text, left: 540, right: 1180 } });
  expect(onTheLeft).toMatchObject({ side: 'beside' });
  expect(onTheLeft.left + onTheLeft.width).toBeLessThan(540);
});

test('a sheet takes the bottom, or the top where the line is at the bottom', () => {
  const narrow = { width: 360, height: 640 };
  const sheet = { lines: [line], line, column, card, viewport: narrow, sheet: true };
  expect(place(sheet)).toMatchObject({ left: 0, width: 360, side: 'below', top: 400 });
  const low = { left: 0, right: 90, top: 600, bottom: 620 };
  expect(place({ ...sheet, lines: [low], line: low })).toMatchObject({ top: 0, side: 'above' });
});

const rect = fc
  .tuple(
    fc.integer({ min: -300, max: 1500 }),
    fc.integer({ min: -300, max: 1500 }),
    fc.integer({ min: 1, max: 900 }),
    fc.integer({ min: 1, max: 120 }),
  )
  .map(([left, top, width, height]) => ({ left, top, right: left + width, bottom: top + height }));
const input: fc.Arbitrary<PlaceInput> = fc
  .record({
    lines: fc.array(rect, { minLength: 1, maxLength: 6 }),
    card: fc.record({ width: fc.integer({ min: 1, max: 900 }), height: fc.integer({ min: 1, max: 3000 }) }),
    viewport: fc.record({ width: fc.integer({ min: 40, max: 2000 }), height: fc.integer({ min: 40, max: 1500 }) }),
    sheet: fc.boolean(),
    column: fc.option(rect),
  })
  .map((rest) => ({ ...rest, line: rest.lines[0]! }));

test('the card never lies over the line, and never outside the viewport', () => {
  fc.assert(
    fc.property(input, (given) => {
      const at = place(given);
      const bottom = at.top + at.maxHeight;
      if (at.maxHeight > 0) {
        const isBeside = at.left >= given.line.right || at.left + at.width <= given.line.left;
        expect(isBeside || bottom <= given.line.top || at.top >= given.line.bottom).toBe(true);
        expect(at.top).toBeGreaterThanOrEqual(0);
        expect(bottom).toBeLessThanOrEqual(given.viewport.height);
      }
      expect(at.left).toBeGreaterThanOrEqual(0);
      expect(at.left + at.width).toBeLessThanOrEqual(given.viewport.width);
    }),
    { numRuns: 2000 },
  );
});

test('a line within a roomy viewport always leaves a card of use', () => {
  const within = fc.record({ top: fc.integer({ min: 0, max: 760 }), left: fc.integer({ min: 0, max: 1000 }) });
  fc.assert(
    fc.property(within, ({ top, left }) => {
      const here = { left, right: left + 80, top, bottom: top + 24 };
      expect(place({ lines: [here], line: here, column, card, viewport, sheet: false }).maxHeight).toBe(240);
    }),
  );
});
