/** What the pointer is on, where a page has layers and frames. */
import { PLAIN_PAGE } from './extension.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Box, Tab } from '../../scripts/session.ts';
import { cardBox, cardTitle, markOf } from './card.ts';
import { aWhile, becomes, inBothBrowsers, markedNames } from './harness.ts';
import { openFixtures } from './open-fixtures.ts';

inBothBrowsers('layers', (family) => {
  const here = openFixtures(family, 'e2e', { asForReaders: true });
  let tab: Tab;
  beforeEach(async () => {
    tab = await here.session.open(`${here.site.origin}/stretched-link.html`, { width: 1000, height: 800 });
    await becomes(async () => (await markedNames(tab)).length, 3, 'the page is annotated');
  });
  afterEach(async () => {
    await tab.close();
  });

  const title = () => tab.evaluate(cardTitle);
  async function hover(name: string) {
    const mark = await markOf(tab, name);
    await tab.move(mark.x, mark.y);
    return mark;
  }

  test('a card opens under a link that is stretched over its teaser', async () => {
    await hover('NSO Group');
    await becomes(title, 'NSO Group', 'title of the card');
  });

  test('no card opens for what a layer hides', async () => {
    await hover('Pegasus');
    await aWhile();
    expect(await title()).toBe(null);
  });

  test('the pointer that goes into a frame has left the name, and the card closes', async () => {
    const mark = await hover('Forbidden Stories');
    await becomes(title, 'Forbidden Stories', 'title of the card');
    await tab.move(600, mark.y + 80);
    await becomes(title, null, 'the card is closed');
  });
});

inBothBrowsers('a page with a dialog', (family) => {
  const here = openFixtures(family, 'e2e', { asForReaders: true });
  let tab: Tab;
  beforeEach(async () => {
    tab = await here.session.open(`${here.site.origin}/dialog.html`, { width: 1000, height: 800 });
    await becomes(async () => (await markedNames(tab)).length, 2, 'the page is annotated');
  });
  afterEach(async () => {
    await tab.close();
  });

  test('one Escape closes the card, the next the dialog', async () => {
    await tab.evaluate(() => document.querySelector('dialog')!.showModal());
    await becomes(async () => (await markedNames(tab)).length, 3, 'the dialog is annotated');
    const mark = await markOf(tab, 'Forbidden Stories');
    await tab.move(mark.x, mark.y);
    await becomes(() => tab.evaluate(cardTitle), 'Forbidden Stories', 'title of the card');
    await tab.press('Escape');
    await becomes(() => tab.evaluate(cardTitle), null, 'the card is closed');
    const isOpen = () => tab.evaluate(() => document.querySelector('dialog')!.open);
    expect(await isOpen()).toBe(true);
    await tab.press('Escape');
    await becomes(isOpen, false, 'the dialog is closed');
  });
});

inBothBrowsers('where the card goes', (family) => {
  const here = openFixtures(family, 'e2e', { asForReaders: true });
  let tab: Tab;
  afterEach(async () => {
    await tab.close();
  });

  async function open(page: string, names: number) {
    tab = await here.session.open(`${here.site.origin}/${page}`, { width: 1000, height: 800 });
    await becomes(async () => (await markedNames(tab)).length, names, 'the page is annotated');
  }
  /** The box of the card that the pointer opens. */
  async function cardOf(name: string): Promise<Box & { mark: { x: number; y: number } }> {
    const mark = await markOf(tab, name);
    await tab.move(mark.x, mark.y);
    await becomes(() => tab.evaluate(cardTitle), name, 'title of the card');
    return { ...(await tab.evaluate(cardBox))!, mark };
  }
  /** The card arrives with an animation, by as much. */
  const arrivingPx = 4;
  /** How far a point is from a box, in CSS px; 0 within. */
  const distance = ({ x, y, width, height, mark }: Awaited<ReturnType<typeof cardOf>>) =>
    Math.hypot(Math.max(x - mark.x, 0, mark.x - x - width), Math.max(y - mark.y, 0, mark.y - y - height));

  test.each(['NSO Group', 'Pegasus', 'Forbidden Stories'])(
    'beside its line on a page that is zoomed by its style: %s',
    async (name) => {
      await open('zoomed.html', 3);
      const card = await cardOf(name);
      expect(distance(card)).toBeGreaterThan(0);
      expect(distance(card)).toBeLessThan(100);
      expect(card.x).toBeGreaterThanOrEqual(0);
      expect(card.x + card.width).toBeLessThanOrEqual(1000);
    },
  );

  test.runIf(family === 'chromium')('within what is in sight of a page that two fingers enlarge', async () => {
    await open('article.html', 5);
    await tab.pinch(2.5);
    const card = await cardOf('NSO Group');
    const seen = await tab.evaluate(() => {
      const { offsetLeft, offsetTop, width, height } = visualViewport!;
      return { x: offsetLeft, y: offsetTop, width, height };
    });
    expect(seen.width, 'it is enlarged').toBeLessThan(500);
    const outside = {
      left: Math.max(0, seen.x - card.x),
      top: Math.max(0, seen.y - card.y),
      right: Math.max(0, card.x + card.width - seen.x - seen.width),
      bottom: Math.max(0, card.y + card.height - seen.y - seen.height),
    };
    expect(Math.max(...Object.values(outside)), JSON.stringify({ outside, card, seen })).toBeLessThan(arrivingPx);
  });

  test('beside a line that runs from top to bottom', async () => {
    await open('vertical.html', 2);
    const { mark, ...card } = await cardOf('NSO Group');
    expect(card.x > mark.x || card.x + card.width < mark.x, 'not over its line').toBe(true);
    expect(Math.abs(card.y - mark.y)).toBeLessThan(200);
  });

  test('in a frame without room for a card none opens, and a click on the name leads to its record', async () => {
    await open('small-frames.html', 2);
    const large = await markOf(tab, 'NSO Group');
    await tab.move(large.x, large.y);
    const inFrame = (at: number) =>
      tab.evaluate((index) => {
        const view = document.querySelectorAll('iframe')[index]!.contentDocument!;
        return view.querySelector('bridle-card')?.shadowRoot?.querySelector('.card h2')?.textContent ?? null;
      }, at);
    await becomes(() => inFrame(0), 'NSO Group', 'a card in the large frame');
    const small = await markOf(tab, 'Pegasus');
    await tab.move(small.x, small.y + 300);
    await aWhile();
    await aWhile();
    expect(await inFrame(1)).toBe(null);
    const inside = await here.session.openExtension(PLAIN_PAGE);
    await tab.front();
    await tab.click(small.x, small.y + 300);
    const records = () =>
      inside.evaluate(async () => {
        const tabs = await (globalThis.browser ?? chrome).tabs.query({});
        return tabs.map(({ url = '' }) => url).filter((url) => url.includes('/facts.html'));
      });
    await becomes(async () => (await records()).length, 1, 'the record is open');
    expect((await records())[0]).toContain('pegasus');
    await inside.close();
  });

  test('steps pass over what boxes cut off, and leave a carousel where it is', async () => {
    await open('steps.html', 6);
    for (const name of ['NSO Group', 'Pegasus', 'Emmanuel Macron', 'NSO Group']) {
      await here.session.command('next-mention');
      await becomes(() => tab.evaluate(cardTitle), name, 'title of the card');
    }
    expect(await tab.evaluate(() => document.querySelector('.slides')!.scrollLeft)).toBe(0);
    expect(await tab.evaluate(() => scrollX)).toBe(0);
  });
});
