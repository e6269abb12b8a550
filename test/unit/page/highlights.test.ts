import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { highlightName } from '../../../page/highlights.ts';
import { MARK_KINDS } from '../../../platform/exchange.ts';
import { MARK_STYLES } from '../../../platform/settings-values.ts';

const sheet = readFileSync(join(import.meta.dirname, '../../../page/marks.css'), 'utf8');
const nameIn = (
  browser: { isFirefox: boolean; hasScope: boolean },
  kind: Parameters<typeof highlightName>[0],
  style: 'dotted' | 'solid',
) => {
  vi.stubGlobal('CSS', { supports: () => browser.isFirefox });
  if (browser.hasScope) vi.stubGlobal('CSSScopeRule', Object);
  return highlightName(kind, style);
};
afterEach(() => vi.unstubAllGlobals());

test('where a highlight takes no line, as in Firefox 140, every mark is a shade', () => {
  const firefox140 = { isFirefox: true, hasScope: false };
  expect(nameIn(firefox140, 'mention', 'dotted')).toBe('bridle-mention-shaded');
  expect(nameIn(firefox140, 'contested', 'solid')).toBe('bridle-contested-shaded');
  expect(nameIn(firefox140, 'flash', 'solid')).toBe('bridle-flash');
});

test('elsewhere marks are as the reader chose, and sentences have their line', () => {
  for (const browser of [
    { isFirefox: true, hasScope: true },
    { isFirefox: false, hasScope: false },
  ]) {
    expect(nameIn(browser, 'mention', 'dotted')).toBe('bridle-mention');
    expect(nameIn(browser, 'mention', 'solid')).toBe('bridle-mention-solid');
    expect(nameIn(browser, 'contested', 'solid')).toBe('bridle-contested');
    vi.unstubAllGlobals();
  }
});

test.each([true, false])('each name has a rule in the sheet, also where lines are not painted (%s)', (hasLines) => {
  vi.stubGlobal('CSS', { supports: () => !hasLines });
  const names = MARK_KINDS.flatMap((kind) => MARK_STYLES.map((style) => highlightName(kind, style)));
  for (const name of [...names, highlightName('flash', 'dotted')]) expect(sheet).toContain(`::highlight(${name})`);
});
