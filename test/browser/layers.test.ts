/** What the pointer is on, where a page has layers and frames. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Tab } from '../../scripts/session.ts';
import { cardTitle, markOf } from './card.ts';
import { aWhile, becomes, inBothBrowsers, markedNames } from './harness.ts';
import { openFixtures } from './open-fixtures.ts';

inBothBrowsers('layers', (family) => {
  const here = openFixtures(family);
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
  const here = openFixtures(family);
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
