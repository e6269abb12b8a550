import fc from 'fast-check';
import { expect, it } from 'vitest';
import { faultOfDate } from '../../../data/edtf.ts';

it.each([
  '2021',
  '2021-11',
  '2021-11-03',
  '2021-11~',
  '2021-11-03?',
  '2020-02-29',
  '2000-02-29',
  '2019/..',
  '../2021-10-20',
  '2021-07~/2021-10?',
  '2021/2021',
  '2021-11-03/2021-11',
])('%s is a date', (date) => expect(faultOfDate(date)).toBeUndefined());

it.each([
  ['2021-02-30', /2021-02-30 is not in the calendar/],
  ['2021-02-29', /not in the calendar/],
  ['1900-02-29~', /not in the calendar/],
  ['2021-04-31?', /not in the calendar/],
  ['2021-13', /not in the calendar/],
  ['2021-00', /not in the calendar/],
  ['2021-11-00', /not in the calendar/],
  ['2021-11/2021-11-31~', /2021-11-31~ is not in the calendar/],
  ['2021-10/2021-07', /ends before it begins/],
  ['2021-11-04~/2021-11-03?', /ends before it begins/],
  ['2021/2020-12', /ends before it begins/],
  ['3 November 2021', /no date in EDTF/],
  ['2021-1', /no date in EDTF/],
  ['2021-11-03T10:00', /no date in EDTF/],
  ['2021/2022/2023', /no date in EDTF/],
  ['2021~?', /no date in EDTF/],
  ['', /no date in EDTF/],
])('“%s” is none', (date, fault) => expect(faultOfDate(date)).toMatch(fault));

it('takes each day of the calendar, and the days between two in order', () => {
  const day = fc
    .date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, day, (one, other) => {
      expect(faultOfDate(one)).toBeUndefined();
      expect(faultOfDate(`${one}/${other}`) === undefined).toBe(one <= other);
    }),
  );
});
