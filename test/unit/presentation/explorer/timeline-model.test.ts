import { describe, expect, test } from 'vitest';
import {
  certaintyOf,
  crowdOf,
  DAY_MS,
  domainOf,
  extentOf,
  lanesOf,
  placeLane,
  pulled,
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

  test('those of whom a statement is known to the month stand before those dated less closely', () => {
    const said = (claimant: string, date: string) => ({
      ...facts.claims[0]!,
      id: `${claimant}-${date}`,
      claimant,
      date,
    });
    const ordered = lanesOf([said('vague', '2001'), said('late', '2021-09'), said('early', '2021-07-02')], []);
    expect(ordered.map(({ claimant }) => claimant)).toEqual(['early', 'late', 'vague']);
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

describe('the part of time that is shown', () => {
  const said = (date: string, at: number) => ({ ...facts.claims[0]!, id: `c${at}`, date });

  test('begins where most was said', () => {
    const lanes = lanesOf(['2001', ...Array.from({ length: 30 }, () => '2021-07')].map(said), []);
    const [from, to] = crowdOf(lanes, domainOf(lanes));
    expect(from).toBeGreaterThan(Date.UTC(2021, 4, 1));
    expect(from).toBeLessThanOrEqual(Date.UTC(2021, 6, 1));
    expect(to).toBeGreaterThanOrEqual(Date.UTC(2021, 7, 1));
    expect(crowdOf([], domainOf([]))).toEqual(domainOf([]));
  });

  test('is moved and pulled within all of time, and never shorter than a week', () => {
    const domain = [0, 100 * DAY_MS] as const;
    expect(pulled([10 * DAY_MS, 30 * DAY_MS], 'all', 500 * DAY_MS, domain)).toEqual([80 * DAY_MS, 100 * DAY_MS]);
    expect(pulled([10 * DAY_MS, 30 * DAY_MS], 'from', 500 * DAY_MS, domain)).toEqual([23 * DAY_MS, 30 * DAY_MS]);
    expect(pulled([10 * DAY_MS, 30 * DAY_MS], 'to', -500 * DAY_MS, domain)).toEqual([10 * DAY_MS, 17 * DAY_MS]);
  });

  test('nothing is cut without a sign', () => {
    const [lane] = lanesOf(['2020/2022', '../2021-08', '2019', '2021-08-03'].map(said), []);
    const scale = timeScale([Date.UTC(2021, 6, 1), Date.UTC(2021, 9, 1)], 900);
    const seen = new Map(placeLane(lane!.items, scale).placed.map((mark) => [mark.item.date, mark]));
    expect(seen.get('2020/2022')!.ends).toEqual({ before: 'cut', after: 'cut' });
    expect(seen.get('../2021-08')!.ends).toEqual({ before: 'open', after: 'known' });
    expect(seen.get('2019')!.beyond).toBe('before');
    expect(seen.get('2021-08-03')!.ends).toEqual({ before: 'known', after: 'known' });
  });

  test('in a lane no two items lie over each other, and what is known best stands on top', () => {
    const [lane] = lanesOf(['2021', '2021-08', '2021-08-03', '2021-08-04', '2021-09'].map(said), []);
    const { placed, rows } = placeLane(lane!.items, timeScale([Date.UTC(2021, 0, 1), Date.UTC(2022, 0, 1)], 3650));
    for (let row = 0; row < rows; row++) {
      const inRow = placed.filter((mark) => mark.row === row).toSorted((a, b) => a.x - b.x);
      for (const [at, mark] of inRow.entries())
        if (at > 0) expect(mark.x).toBeGreaterThanOrEqual(inRow[at - 1]!.x + inRow[at - 1]!.width);
    }
    expect(placed.find(({ item }) => item.date === '2021-08-03')!.row).toBe(0);
    expect(placed.find(({ item }) => item.date === '2021')!.row).toBe(rows - 1);
  });

  test.each([
    ['2021-10-20', 'day'],
    ['2021-10~', 'month'],
    ['2021-07/2021-10', 'season'],
    ['2021', 'long'],
    ['../2021-12-03', 'long'],
  ])('%s is known to the %s', (date, certainty) => {
    expect(certaintyOf(spanOf(date))).toBe(certainty);
  });
});
