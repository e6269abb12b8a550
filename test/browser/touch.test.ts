/** A finger instead of a pointer: taps open a sheet at the bottom, and nothing waits for a hover that never comes. */
import { expect, onTestFinished, test } from 'vitest';
import { isSentence, readMarks } from '../../scripts/marks.ts';
import type { Tab } from '../../scripts/session.ts';
import { PLAIN_PAGE, tabNumber } from './extension.ts';
import { becomes, inBothBrowsers, markedNames } from './harness.ts';
import { openFixtures } from './open-fixtures.ts';

const PHONE = { width: 390, height: 780 };
/** What a rule for `:hover` may change: how something looks that is there anyway. */
const LOOKS =
  /^(?:color|background|border|outline|text-(?:decoration|underline)|box-shadow|opacity$|fill|stroke|cursor)/;

inBothBrowsers('touch', (family) => {
  const here = openFixtures(family);

  async function openArticle(): Promise<Tab> {
    const tab = await here.session.open(`${here.site.origin}/article.html`, PHONE);
    onTestFinished(() => tab.close());
    if (family === 'chromium') await tab.emulate({ hover: 'none', pointer: 'coarse' });
    await becomes(async () => (await markedNames(tab)).length, 5, 'annotated');
    return tab;
  }

  async function tapOn(tab: Tab, name: string): Promise<void> {
    const mark = (await tab.evaluate(readMarks)).find((it) => it.text === name && !isSentence(it))!;
    await tab.tap(mark.x, mark.y);
  }

  const title = (tab: Tab) =>
    tab.evaluate(
      () => document.querySelector('bridle-card')?.shadowRoot?.querySelector('.card h2')?.textContent ?? null,
    );

  test('a tap on a name opens a sheet over the whole width at the bottom, another name changes it, a tap beside it closes it', async () => {
    const tab = await openArticle();
    await tapOn(tab, 'NSO Group');
    await becomes(() => title(tab), 'NSO Group');
    const box = await tab.evaluate(() =>
      document
        .querySelector('bridle-card')!
        .shadowRoot!.querySelector('.bridle-card')!
        .getBoundingClientRect()
        .toJSON(),
    );
    expect(box.left).toBeLessThanOrEqual(1);
    expect(box.width).toBeGreaterThanOrEqual(PHONE.width - 20);
    expect(box.bottom, 'at the bottom').toBeGreaterThan(PHONE.height - 3);
    const mark = (await tab.evaluate(readMarks)).find(({ text }) => text === 'NSO Group')!;
    expect(mark.y, 'the line stays free').toBeLessThan(box.top);
    const sizes = await tab.evaluate(() => {
      const close = document
        .querySelector('bridle-card')!
        .shadowRoot!.querySelector('.card .close')!
        .getBoundingClientRect();
      return { width: close.width, height: close.height };
    });
    expect(Math.min(sizes.width, sizes.height), 'the way to close it fits a finger').toBeGreaterThanOrEqual(24);
    await tab.tap(20, 8);
    await becomes(() => title(tab), null, 'closed');
    await tapOn(tab, 'Jean Asselborn');
    await becomes(() => title(tab), 'Jean Asselborn');
  });

  // It reads the style sheets, which are the same in Firefox.
  test.runIf(family === 'chromium')('no surface shows anything for a hover alone', async () => {
    const article = await openArticle();
    await tapOn(article, 'NSO Group');
    await becomes(() => title(article), 'NSO Group');
    const inside = await here.session.openExtension(PLAIN_PAGE);
    onTestFinished(() => inside.close());
    const number = await tabNumber(inside, here.site.origin);
    const pages = [
      `popup.html?tab=${number}`,
      `sidepanel.html?tab=${number}`,
      'facts.html',
      'facts.html?view=timeline',
      'options.html',
      'journal.html',
      'welcome.html',
    ];
    const tabs = [article, ...(await Promise.all(pages.map((page) => here.session.openExtension(page, PHONE))))];
    for (const tab of tabs) {
      const waiting = await tab.evaluate(readHoverRules);
      expect(
        waiting.rules
          .filter(({ property }) => !LOOKS.test(property))
          .map(({ selector, property }) => `${selector}: ${property}`),
      ).toEqual([]);
      expect(waiting.titles, 'said by a tooltip alone').toEqual([]);
      if (tab !== article) await tab.close();
    }
  });
});

/** Runs in a page. What changes under a pointer, and controls whose only words are a tooltip. */
function readHoverRules(): { rules: { selector: string; property: string }[]; titles: string[] } {
  const root = document.querySelector('bridle-card')?.shadowRoot ?? document;
  const flat = (list: CSSRuleList): CSSStyleRule[] =>
    [...list].flatMap((rule) => [
      ...(rule instanceof CSSStyleRule ? [rule] : []),
      ...('cssRules' in rule ? flat(rule.cssRules as CSSRuleList) : []),
    ]);
  const rules = [...root.styleSheets, ...root.adoptedStyleSheets]
    .flatMap((sheet) => flat(sheet.cssRules))
    // What the focus shows as well needs no pointer.
    .filter(({ selectorText }) => /:hover/.test(selectorText) && !/:focus/.test(selectorText))
    .flatMap(({ selectorText, style }) => Array.from(style, (property) => ({ selector: selectorText, property })));
  const titles = [...root.querySelectorAll<HTMLElement>('button[title], a[title]')]
    .filter((element) => element.textContent.trim() === '' && !element.getAttribute('aria-label'))
    .map(({ outerHTML }) => outerHTML.slice(0, 100));
  return { rules, titles };
}
