/** Dates of the fact base (EDTF, ISO 8601-2, as far as `data/schema.ts` allows) for readers, and their order. */
import { boundsOf, parsePoint } from '../data/edtf.ts';
import type { Point } from '../data/edtf.ts';
import { localeOf } from '../data/languages.ts';
import type { Words } from './words.ts';

export { boundsOf };

/** `2021-11~` reads `about Nov 2021`; `2021-07/2021-10` `Jul 2021 – Oct 2021`; `2019/..` `since 2019`. */
export function formatDate(edtf: string, { language, t }: Pick<Words, 'language' | 't'>): string {
  const [first = '', second] = edtf.split('/');
  const show = (text: string) => {
    const point = parsePoint(text);
    return point ? formatPoint(point, { language, t }) : text;
  };
  if (second === undefined) return show(first);
  if (second === '..') return t('common_date_since', { date: show(first) });
  if (first === '..') return t('common_date_until', { date: show(second) });
  return t('common_date_span', { from: show(first), to: show(second) });
}

/**
 * Earlier first. Of two that begin together the one that ends first comes first, so that a retraction that was made some time
 * later stands after what it takes back.
 */
export function compareDates(a: string, b: string): number {
  return boundsOf(a).from - boundsOf(b).from || boundsOf(a).to - boundsOf(b).to || 0;
}

/** Making one takes longer than anything else of a list of claims. */
const formats: Record<string, Intl.DateTimeFormat> = {};

function formatPoint(
  { start, precision, approximate, uncertain }: Point,
  { language, t }: Pick<Words, 'language' | 't'>,
): string {
  const format = (formats[language + precision] ??= new Intl.DateTimeFormat(localeOf(language), {
    year: 'numeric',
    month: precision === 'year' ? undefined : 'short',
    day: precision === 'day' ? 'numeric' : undefined,
    timeZone: 'UTC',
  }));
  const date = format.format(start);
  if (approximate) return t('common_date_about', { date });
  return uncertain ? t('common_date_uncertain', { date }) : date;
}
