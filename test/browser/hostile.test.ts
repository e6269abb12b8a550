/**
 * Pages that work against their reader: with their scripts, their markup, their style sheets and their events. What is marked stays marked or
 * comes back, cards open, nothing of the page runs in the card, and the markup is as it was.
 *
 * What no extension can prevent is not asked for here: a page can take its own text away, swallow the reader's events before Bridle hears of
 * them, and show something over everything else.
 */
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import type { Tab } from '../../scripts/session.ts';
import { cardBox, cardTitle, markOf } from './card.ts';
import { PLAIN_PAGE, readDossiers, tabNumber } from './extension.ts';
import { act, aWhile, becomes, inBothBrowsers, markedNames, markup } from './harness.ts';
import { openFixtures } from './open-fixtures.ts';

const FAR = { x: 5, y: 5 };
const SIZE = { width: 1000, height: 800 };
const NAMES = ['JeanAsselborn', 'NSOGroup', 'Pegasus'];

inBothBrowsers('hostile pages', (family) => {
  const here = openFixtures(family, 'e2e', { asForReaders: true });
  /** A page of the extension, to ask from. */
  let inside: Tab;

  beforeAll(async () => {
    inside = await here.session.openExtension(PLAIN_PAGE);
  });

  async function openPage(page: string): Promise<Tab> {
    const tab = await here.session.open(`${here.site.origin}/hostile/${page}`, SIZE);
    onTestFinished(() => tab.close());
    return tab;
  }

  /** Rests the pointer on a name until its card is open. */
  async function opensOn(tab: Tab, name: string, what = 'the card opens'): Promise<void> {
    await tab.move(FAR.x, FAR.y);
    await becomes(() => tab.evaluate(cardTitle), null, `${what}: it was closed before`);
    const { x, y } = await markOf(tab, name);
    await tab.move(x, y);
    await becomes(() => tab.evaluate(cardTitle), name, what);
  }

  test('no function of the page’s world is what it was: Bridle’s scripts do not live there', async () => {
    const tab = await openPage('overwritten.html');
    // The page cannot be asked anything until it makes peace, but Bridle has told the background what it found.
    await becomes(
      async () => (await readDossiers(inside, `${here.site.origin}/hostile/overwritten`)).length,
      3,
      'annotated',
    );
    await tab.front();
    await tab.press('t');
    const { x, y } = await markOf(tab, 'NSO Group');
    await tab.press('w');
    await tab.move(x, y);
    await aWhile();
    await tab.press('t');
    expect(await tab.evaluate(cardTitle), 'the card opened at war').toBe('NSO Group');
    expect(await markedNames(tab)).toEqual(NAMES);
  });

  test('fields and images that take the names of what a script asks for: cards open in and beside the form, by pointer and by key', async () => {
    const tab = await openPage('clobbered.html');
    await act(tab, { click: '#more' });
    await becomes(async () => (await markedNames(tab)).length, 4, 'annotated');
    const { html } = await markup(tab);
    await opensOn(tab, 'Jean Asselborn');
    await opensOn(tab, 'Pegasus');
    await here.session.command('next-mention');
    await here.session.command('next-mention');
    await becomes(() => tab.evaluate(cardTitle), 'NSO Group', 'the second mention, within the form');
    expect((await markup(tab)).html).toBe(html);
    expect(tab.errors).toEqual([]);
  });

  test.each(['clear', 'empty', 'replace', 'swap', 'fill'])(
    'the registry of highlights, which the page shares, %s: the card opens, and the marks are back',
    async (harm) => {
      const tab = await openPage('registry.html');
      await becomes(() => markedNames(tab), NAMES, 'annotated');
      const { x, y } = await markOf(tab, 'NSO Group');
      await tab.evaluate(doHarm, harm);
      await tab.move(x, y);
      await becomes(() => tab.evaluate(cardTitle), 'NSO Group', 'the card opens');
      await becomes(() => markedNames(tab), NAMES, 'the marks are back');
      expect(tab.errors).toEqual([]);
    },
  );

  test('signs and controls are shown as text, in the card’s page and in the panel, and run nowhere', async () => {
    const tab = await openPage('text.html');
    await becomes(async () => (await markedNames(tab)).length, 9, 'annotated');
    await opensOn(tab, 'NSO Group');
    const panel = await here.session.openExtension(
      `sidepanel.html?tab=${await tabNumber(inside, `${here.site.origin}/hostile/text`)}`,
      SIZE,
    );
    onTestFinished(() => panel.close());
    await becomes(() => panel.evaluate(() => document.querySelectorAll('.excerpt').length > 4), true, 'listed');
    await panel.evaluate(() => document.querySelector<HTMLElement>('.more')?.click());
    const shown = () =>
      panel.evaluate(() => [...document.querySelectorAll('.excerpt')].map(({ textContent }) => textContent).join('\n'));
    await becomes(async () => (await shown()).includes('<script>globalThis.ran'), true, 'markup as text');
    expect(
      await panel.evaluate(() => document.querySelectorAll('.excerpt :not(mark)').length),
      'elements in the excerpts',
    ).toBe(0);
    expect(await Promise.all([tab, panel].map((each) => each.evaluate(() => 'ran' in globalThis)))).toEqual([
      false,
      false,
    ]);
    expect([...tab.errors, ...panel.errors]).toEqual([]);
  });

  test('the card’s host, whatever the page does to it: the next card opens where it should, and the pointer reaches it', async () => {
    const tab = await openPage('restyled.html');
    await becomes(() => markedNames(tab), NAMES, 'annotated');
    await opensOn(tab, 'NSO Group');
    const { width } = (await tab.evaluate(cardBox))!;
    expect(width, 'although the page’s style forbids it').toBeGreaterThan(200);
    // It slides in by a pixel or two.
    const place = async () => Object.values((await tab.evaluate(cardBox))!).map((length) => Math.round(length / 10));
    const before = await place();
    for (const [harm, run] of Object.entries(HARMS)) {
      await tab.evaluate(run);
      await tab.press('Escape');
      await opensOn(tab, 'NSO Group', harm);
      await becomes(place, before, `${harm}: where it was`);
      const box = (await tab.evaluate(cardBox))!;
      await tab.move(box.x + box.width / 2, box.y + 30);
      await becomes(() => tab.evaluate(isCardUnderPointer), true, `${harm}: neither inert nor covered`);
    }
    expect(tab.errors).toEqual([]);
  });

  test('defined by the page as an element of its own: Bridle works, and the page gets no hold of the shadow tree', async () => {
    const tab = await openPage('defined.html');
    await becomes(() => markedNames(tab), NAMES, 'annotated');
    await opensOn(tab, 'NSO Group');
    expect(await tab.evaluate(() => (globalThis as unknown as { held: unknown[] }).held)).toEqual([]);
  });

  test('events that the page makes up open nothing, and close nothing', async () => {
    const tab = await openPage('registry.html');
    await becomes(() => markedNames(tab), NAMES, 'annotated');
    const place = await markOf(tab, 'NSO Group');
    await tab.move(FAR.x, FAR.y);
    await tab.evaluate(forgeEvents, place);
    await aWhile();
    expect(await tab.evaluate(cardTitle), 'none is open').toBe(null);
    await tab.move(place.x, place.y);
    await becomes(() => tab.evaluate(cardTitle), 'NSO Group');
    await tab.evaluate(forgeEvents, FAR);
    await aWhile();
    expect(await tab.evaluate(cardTitle), 'still open').toBe('NSO Group');
    await tab.press('Escape');
    await becomes(() => tab.evaluate(cardTitle), null, 'a real key closes it');
  });
});

// What follows runs in the page.

function doHarm(name: string): void {
  (globalThis as unknown as { harm: Record<string, () => void> }).harm[name]!();
}

function isCardUnderPointer(): boolean {
  return [...document.querySelectorAll('bridle-card')].some((host) =>
    host.shadowRoot?.querySelector('.bridle-card:hover'),
  );
}

/** What a page can do to the element that Bridle adds. */
const HARMS: Record<string, () => void> = {
  removed: () => document.querySelector('bridle-card')!.remove(),
  'moved into a corner of the page': () =>
    document.querySelector('#cover')!.append(document.querySelector('bridle-card')!),
  'moved to another document and back': () => {
    const host = document.querySelector('bridle-card')!;
    document.implementation.createHTMLDocument().body.append(host);
    document.documentElement.append(host);
  },
  'hung with attributes': () => {
    const host = document.querySelector('bridle-card')!;
    for (const name of [
      'inert',
      'hidden',
      'popover',
      'aria-hidden',
      'part',
      'exportparts',
      'dir',
      'slot',
      'contenteditable',
      'style',
    ])
      host.setAttribute(name, 'rtl');
  },
  'covered by a popover': () => {
    const cover = document.querySelector<HTMLElement>('#cover')!;
    cover.popover = 'manual';
    cover.style.setProperty('display', 'block', 'important');
    cover.showPopover();
  },
  doubled: () =>
    document.documentElement.append(
      document.createElement('bridle-card'),
      document.querySelector('bridle-card')!.cloneNode(true),
    ),
};

/** Whatever a reader could do, at a point and on the host, but made by a script. */
function forgeEvents({ x, y }: { x: number; y: number }): void {
  const host = document.querySelector<HTMLElement>('bridle-card') ?? document.body;
  for (const target of [document.elementFromPoint(x, y)!, host, document, window]) {
    const at = { clientX: x, clientY: y, bubbles: true, composed: true, cancelable: true, view: window };
    for (const type of [
      'pointerover',
      'pointermove',
      'pointerdown',
      'pointerup',
      'pointerout',
      'pointerleave',
      'pointercancel',
      'click',
    ]) {
      for (const pointerType of ['mouse', 'touch', 'pen'])
        target.dispatchEvent(new PointerEvent(type, { ...at, pointerType }));
    }
    for (const type of ['mouseover', 'mousemove', 'mousedown', 'mouseup', 'mouseout', 'click', 'contextmenu'])
      target.dispatchEvent(new MouseEvent(type, at));
    for (const key of ['Escape', 'Enter', 'Tab', ' '])
      target.dispatchEvent(new KeyboardEvent('keydown', { ...at, key }));
    for (const type of [
      'focus',
      'blur',
      'focusin',
      'toggle',
      'beforetoggle',
      'scroll',
      'resize',
      'pagehide',
      'prerenderingchange',
      'visibilitychange',
    ]) {
      target.dispatchEvent(new Event(type, { bubbles: true }));
    }
  }
  host.click();
  host.focus();
}
