/**
 * Dates in the part of EDTF (ISO 8601-2) that the sources need: year, month or day; `~` for approximate, `?` for uncertain; `A/B` for
 * an interval with `..` for an open end.
 */

export interface Point {
  /** First day, as UTC. */
  start: Date;
  precision: 'year' | 'month' | 'day';
  approximate: boolean;
  uncertain: boolean;
}

const point = String.raw`\d{4}(?:-\d{2}(?:-\d{2})?)?[~?]?`;
const shape = new RegExp(`^(?:${point}|(?:${point}|\\.\\.)/(?:${point}|\\.\\.))$`);

/** What is wrong with a date, as its author should read it; nothing for a sound one. */
export function faultOfDate(edtf: string): string | undefined {
  if (!shape.test(edtf)) return `${edtf} is no date in EDTF`;
  const unreal = edtf.split('/').find((end) => end !== '..' && !isReal(end));
  if (unreal !== undefined) return `${unreal} is not in the calendar`;
  const { from, to } = boundsOf(edtf);
  return from > to ? `${edtf} ends before it begins` : undefined;
}

/** First and last day as UTC milliseconds; an open end is infinite. */
export function boundsOf(edtf: string): { from: number; to: number } {
  const [first = '', second = first] = edtf.split('/');
  return { from: parsePoint(first)?.start.getTime() ?? -Infinity, to: lastDay(parsePoint(second)) };
}

/** Year, month or day with its qualifier; null for an open end, and for what is no such date. */
export function parsePoint(text: string): Point | null {
  const [, year, month, day, qualifier] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?])?$/.exec(text) ?? [];
  if (!year) return null;
  return {
    start: new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1))),
    precision: day ? 'day' : month ? 'month' : 'year',
    approximate: qualifier === '~',
    uncertain: qualifier === '?',
  };
}

function lastDay(point: Point | null): number {
  if (!point) return Infinity;
  const { start, precision } = point;
  const [year, month, day] = [start.getUTCFullYear(), start.getUTCMonth(), start.getUTCDate()];
  if (precision === 'year') return Date.UTC(year, 11, 31);
  return precision === 'month' ? Date.UTC(year, month + 1, 0) : Date.UTC(year, month, day);
}

/** Whether the calendar has the day: `Date` takes 30 February for 2 March. */
function isReal(text: string): boolean {
  const plain = text.replace(/[~?]$/, '');
  return parsePoint(text)?.start.toISOString().startsWith(plain) === true;
}
