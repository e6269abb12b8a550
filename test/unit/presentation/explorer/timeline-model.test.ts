import { describe, expect, test } from 'vitest';
import {
  crowdOf,
  DAY_MS,
  domainOf,
  extentOf,
  lanesOf,
  MAX_ZOOM,
  spanOf,
  timeScale,
} from '../../../../presentation/explorer/timeline-model.ts';
import { facts } from '../../../fixtures/facts.ts';

const days = (edtf: string) => {
  const { from, to } = spanOf(edtf);
  return Math.round((to - from) / DAY_MS);
};

describe('a date as a span', () => {
  test.each([
    ['2021-10-20', 1],
    ['2021-02', 28],
    ['2020-02', 29],
    ['2021', 365],
    ['2020', 366],
    ['2021-07/2021-10', 31 + 31 + 30 + 31],
    ['2021-10~/2021-11~', 61],
    ['2019/2021-11', 365 + 366 + 334],
    ['../2021-10-19', Infinity],
    ['2021/..', Infinity],
  ])('%s takes %d days', (edtf, length) => {
    expect(days(edtf)).toBe(length);
  });

  test('keeps what is approximate apart from what is uncertain', () => {
    expect(spanOf('2021-11~')).toMatchObject({ approximate: true, uncertain: false });
    expect(spanOf('2021-11?')).toMatchObject({ approximate: false, uncertain: true });
    expect(spanOf('2021-11')).toMatchObject({ approximate: false, uncertain: false });
  });
});

describe('the scale', () => {
  const scale = timeScale([Date.UTC(2021, 0, 1), Date.UTC(2022, 0, 1)], 3650);

  test('gives every day the same width', () => {
    expect(extentOf(spanOf('2021-01-01'), scale)).toEqual({ x: 0, width: 10 });
    expect(extentOf(spanOf('2021-12-31'), scale)).toEqual({ x: 3640, width: 10 });
    expect(extentOf(spanOf('2021-07'), scale)).toEqual({ x: 1810, width: 310 });
  });

  test('lets open ends reach the edges', () => {
    expect(extentOf(spanOf('../2021-01'), scale)).toEqual({ x: 0, width: 310 });
    expect(extentOf(spanOf('2021-12/..'), scale)).toEqual({ x: 3340, width: 310 });
  });

  test('draws nothing too short to see', () => {
    expect(extentOf(spanOf('2021-05-05'), timeScale(scale.domain().map(Number) as [number, number], 100)).width).toBe(
      1,
    );
  });
});

describe('lanes', () => {
  const lanes = lanesOf(facts.claims, facts.sources);

  test('hold every statement once, by who made it, earlier first; publications come first', () => {
    expect(lanes.map(({ claimant, items }) => [claimant, ...items.map(({ id }) => id)])).toEqual([
      [null, 'gazette'],
      ['zoe-muller', 'as-mayor', 'taller', 'cracked'],
      ['dam-works', 'alone', 'tall', 'safe'],
      ['regent', 'blessing'],
    ]);
  });

  test('lie within the domain', () => {
    const [from, to] = domainOf(lanes);
    for (const { span } of lanes.flatMap(({ items }) => items)) {
      expect(span.from).toBeGreaterThan(from);
      expect(span.to).toBeLessThan(to);
    }
  });

  test('begin zoomed to where most was said, never further than allowed', () => {
    const said = (date: string, at: number) => ({ ...facts.claims[0]!, id: `c${at}`, date });
    const crowded = lanesOf(['2001', ...Array.from({ length: 30 }, () => '2021-07'), '2021-08'].map(said), []);
    const { zoom, from } = crowdOf(crowded, domainOf(crowded));
    expect(zoom).toBe(MAX_ZOOM);
    expect(from).toBe(Date.UTC(2021, 6, 1));
    expect(crowdOf([], domainOf([])).zoom).toBe(1);
  });

  test('put what is only known to be said until a day at that day', () => {
    const [lane] = lanesOf(
      [
        { ...facts.claims[0]!, id: 'late', date: '../2020-06' },
        { ...facts.claims[0]!, id: 'early', date: '2019' },
      ],
      [],
    );
    expect(lane!.items.map(({ id }) => id)).toEqual(['early', 'late']);
  });
});
