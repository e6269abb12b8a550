/** What readers choose about marks and cards while they read: hiding, a key for cards, sentences that were matched wrongly. */
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { isSentence, readMarks } from '../../scripts/marks.ts';
import type { Tab } from '../../scripts/session.ts';
import { cardTitle, markOf, pressInCard } from './card.ts';
import { aWhile, becomes, inBothBrowsers, markedNames, markedSentences } from './harness.ts';
import { openFixtures } from './open-fixtures.ts';
import { resetStorage, setStored, stored } from './surfaces.ts';

const FAR = { x: 5, y: 5 };

inBothBrowsers('choices', (family) => {
  const here = openFixtures(family);
  let inside: Tab;
  beforeEach(async () => {
    inside = await here.session.openExtension('options.html');
  });
  afterEach(async () => {
    await resetStorage(inside);
    await inside.close();
  });

  async function openPage(page: string, names: number): Promise<Tab> {
    const tab = await here.session.open(`${here.site.origin}/${page}`, { width: 1000, height: 800 });
    onTestFinished(() => tab.close());
    await becomes(async () => (await markedNames(tab)).length, names, 'the page is annotated');
    return tab;
  }

  async function hover(tab: Tab, name: string): Promise<void> {
    const { x, y } = await markOf(tab, name);
    await tab.move(x, y);
  }

  test('one key hides all marks, also those of frames and of what comes later, and shows them again', async () => {
    const tab = await openPage('frames.html', 4);
    const { x, y } = await markOf(tab, 'NSO Group');
    await here.session.command('hide-marks');
    await becomes(() => markedNames(tab), [], 'hidden in all frames');
    await tab.move(x, y);
    // What comes later wakes it.
    await here.session.stopBackground();
    await tab.evaluate(() => {
      const later = document.createElement('iframe');
      later.srcdoc = '<p>Later too, NSO Group sold Pegasus spyware.</p>';
      document.body.append(later);
    });
    await aWhile();
    expect(await tab.evaluate(cardTitle), 'no card').toBe(null);
    expect(await markedNames(tab), 'nor marks in what came').toEqual([]);
    await here.session.command('hide-marks');
    await becomes(async () => (await markedNames(tab)).length, 6, 'shown again');
  });

  test('a key that steps from mark to mark shows hidden marks again, and another page has its own', async () => {
    const tab = await openPage('article.html', 5);
    await here.session.command('hide-marks');
    await becomes(() => markedNames(tab), [], 'hidden');
    await here.session.command('next-mention');
    await becomes(() => tab.evaluate(cardTitle), 'NSO Group', 'the card');
    expect(await markedNames(tab)).toHaveLength(5);
    await here.session.command('hide-marks');
    await becomes(() => tab.evaluate(cardTitle), null, 'the card went with its mark');
    await tab.goto(`${here.site.origin}/dark.html`);
    await becomes(async () => (await markedNames(tab)).length, 4, 'the next page');
  });

  test('cards open only while the key is held, on hover and by the key itself', async () => {
    await setStored(inside, { 'settings:cardKey': 'shift', 'settings:dwellMs': 0 });
    const tab = await openPage('article.html', 5);
    await hover(tab, 'NSO Group');
    await aWhile();
    expect(await tab.evaluate(cardTitle), 'no card without the key').toBe(null);
    await tab.hold('Shift');
    await becomes(() => tab.evaluate(cardTitle), 'NSO Group', 'the key opens it under a pointer at rest');
    await tab.release('Shift');
    await aWhile();
    expect(await tab.evaluate(cardTitle), 'it stays while the pointer is on its mark').toBe('NSO Group');
    await tab.move(FAR.x, FAR.y);
    await becomes(() => tab.evaluate(cardTitle), null, 'closed');
    await tab.hold('Shift');
    await hover(tab, 'Jean Asselborn');
    await becomes(() => tab.evaluate(cardTitle), 'Jean Asselborn', 'on hover with the key down');
    await tab.release('Shift');
    await tab.press('Escape');
    await here.session.command('next-mention');
    await becomes(async () => (await tab.evaluate(cardTitle)) !== null, true, 'stepping needs no such key');
  });

  test('a sentence that was matched wrongly is no longer marked; taken back in the card, or in the options', async () => {
    const tab = await openPage('contradictions.html', 4);
    const before = (await markedSentences(tab)).toSorted();
    const sentence = (await tab.evaluate(readMarks)).find(isSentence)!;
    const { x, y } = await tab.evaluate(startOfFirstSentence);
    await tab.move(x, y);
    await becomes(async () => (await tab.evaluate(cardTitle)) !== null, true, 'its card');
    const statement = (await tab.evaluate(cardTitle))!;
    const isMarked = async () => (await markedSentences(tab)).includes(sentence.text);
    await pressInCard(tab, 'footer [data-wrong]');
    await pressInCard(tab, '.wrong .action');
    await becomes(isMarked, false, 'muted');
    expect(await stored(inside, 'settings:muted')).toEqual([
      { claim: expect.any(String) as unknown, site: '127.0.0.1', from: '127.0.0.1' },
    ]);
    await pressInCard(tab, '.wrong .link');
    await becomes(async () => (await markedSentences(tab)).toSorted(), before, 'taken back');
    await pressInCard(tab, 'footer [data-wrong]');
    await pressInCard(tab, '.wrong .action + .action');
    await becomes(isMarked, false, 'muted everywhere');
    await becomes(
      () => inside.evaluate(() => document.querySelector('#muted li bdi')?.textContent ?? ''),
      statement,
      'listed with its statement',
    );
    await inside.evaluate(() => document.querySelector<HTMLElement>('#muted li button')!.click());
    await becomes(async () => (await markedSentences(tab)).toSorted(), before, 'taken back in the options');
  });

  test('ticks at the page’s edge, where the reader wants them, lead to contested sentences and go with the marks', async () => {
    await setStored(inside, { 'settings:ticks': true });
    const tab = await openPage('contradictions.html', 4);
    await becomes(
      async () => (await tab.evaluate(readTicks)).length,
      (await markedSentences(tab)).length,
      'one for each contested sentence',
    );
    const ticks = await tab.evaluate(readTicks);
    expect(ticks.map(({ y }) => y)).toEqual(ticks.map(({ y }) => y).toSorted((a, b) => a - b));
    expect(await tab.evaluate(() => document.documentElement.scrollWidth), 'nothing is moved').toBeLessThanOrEqual(
      1000,
    );
    const { x, y } = ticks.at(-1)!;
    expect(await tab.evaluate(elementAt, { x, y: y - 60 }), 'the edge beside a tick is the page’s').not.toBe(
      'bridle-ticks',
    );
    await tab.click(x, y);
    await becomes(async () => /surveillance software/.test((await tab.evaluate(cardTitle)) ?? ''), true, 'its card');
    await here.session.command('hide-marks');
    await becomes(() => tab.evaluate(() => document.querySelector('bridle-ticks')), null, 'gone with the marks');
  });
});

/** Runs in the page. Middle of each tick; the test build's shadow root is open. */
function readTicks(): { x: number; y: number }[] {
  const ticks = document.querySelector('bridle-ticks')?.shadowRoot?.querySelectorAll('i') ?? [];
  return [...ticks].map((tick) => {
    const box = tick.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  });
}

function elementAt({ x, y }: { x: number; y: number }): string | undefined {
  return document.elementFromPoint(x, y)?.localName;
}

/** Runs in the page. A place in the first marked sentence that is in no name: at its last letter but one. */
function startOfFirstSentence(): { x: number; y: number } {
  const [span] = CSS.highlights.get('bridle-contested') as Iterable<AbstractRange>;
  const range = new Range();
  range.setStart(span!.endContainer, span!.endOffset - 2);
  range.setEnd(span!.endContainer, span!.endOffset - 1);
  const box = range.getBoundingClientRect();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
