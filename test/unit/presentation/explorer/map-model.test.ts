import { describe, expect, test } from 'vitest';
import { KNOT_PX, knotHeights, type Span } from '../../../../presentation/explorer/map-model.ts';

describe('the signs on the brackets', () => {
  test('stand in the middle where nothing is in the way', () => {
    expect(knotHeights([{ x: 20, fromY: 0, toY: 200 }], [0, 200])).toEqual([100]);
  });

  test('never lie over each other, nor on the height of a row, on a narrow map with long brackets', () => {
    const rows = Array.from({ length: 20 }, (_, row) => 31 + row * 62);
    const brackets: Span[] = [
      [0, 3],
      [1, 2],
      [0, 3],
      [0, 4],
      [1, 5],
      [2, 9],
      [2, 10],
      [3, 19],
      [3, 18],
    ].map(([from, to], at) => ({
      x: 20 + at * 5,
      fromY: rows[from!]!,
      toY: rows[to!]!,
    }));
    const signs = knotHeights(brackets, rows).map((y, at) => ({ ...brackets[at]!, y }));
    for (const [at, sign] of signs.entries()) {
      expect(sign.y).toBeGreaterThan(sign.fromY);
      expect(sign.y).toBeLessThan(sign.toY);
      for (const other of signs.slice(at + 1))
        expect(Math.hypot(sign.x - other.x, sign.y - other.y)).toBeGreaterThan(2 * KNOT_PX);
      for (const row of rows) expect(Math.abs(row - sign.y)).toBeGreaterThan(KNOT_PX);
    }
  });
});
