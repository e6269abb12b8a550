/** Nothing leaves the browser, and nothing is read that the reader did not allow. Seen from outside: by server and proxy. */
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import type { Family } from '../../scripts/browsers.ts';
import type { Site } from '../../scripts/serve.ts';
import { gateCount, PLAIN_PAGE } from './extension.ts';
import { serveFixtures } from './fixtures.ts';
import { aWhile, becomes, inBothBrowsers, longestWaitMs, markedNames, markup, openBrowser } from './harness.ts';
import { openWitness, type Witness } from './witness.ts';

/** What the browsers themselves ask for in a fresh profile. */
const THEIR_OWN: Record<Family, RegExp> = {
  chromium: /(^|\.)(google|googleapis|gvt1)\.com(:\d+)?$/,
  firefox: /(^|\.)(mozilla\.(com|net|org)|firefox\.com)(:\d+)?$/,
};

/** Properties of events that no standard has, and that know no closed shadow tree. docs/security.md says what follows. */
const LEAKS_OF_FIREFOX = /\.(?:originalTarget|explicitOriginalTarget|rangeParent)$/;

inBothBrowsers('privacy', (family) => {
  let site: Site;
  let witness: Witness;

  beforeAll(async () => {
    [site, witness] = await Promise.all([serveFixtures(), openWitness()]);
  });
  afterAll(async () => {
    await Promise.all([site?.close(), witness?.close()]);
  });

  test('a reader’s visit, with card and popup, asks for nothing but the page', async () => {
    const session = await openBrowser(family, 'e2e', { proxy: witness.address, asForReaders: true });
    onTestFinished(() => session.close());
    const tab = await session.open(`${site.origin}/article.html`);
    await becomes(async () => (await markedNames(tab)).length, 5);
    await session.command('next-mention');
    await becomes(
      () =>
        tab.evaluate(
          () => document.querySelector('bridle-card')?.shadowRoot?.querySelector('.card h2')?.textContent ?? '',
        ),
      'NSO Group',
    );
    const popup = await session.openExtension('popup.html');
    await popup.type('asselborn');
    await aWhile();
    expect(site.asked.filter((path) => path !== '/favicon.ico')).toEqual(['/article.html']);
    expect(witness.asked.filter((host) => !THEIR_OWN[family].test(host))).toEqual([]);

    // The witness does see what goes out, and the extension's policy is what stops it.
    await tab.evaluate(() => fetch('http://witness.invalid/from-the-page').catch(() => null));
    await becomes(async () => witness.asked.includes('witness.invalid'), true, 'a request of the page');
    const refused = await popup.evaluate(() =>
      fetch('http://other.invalid/from-the-extension').then(
        () => 'sent',
        () => 'refused',
      ),
    );
    expect(refused).toBe('refused');
    expect(witness.asked.some((host) => host.startsWith('other.invalid'))).toBe(false);
  });

  test('as installed, no page is read', async () => {
    const session = await openBrowser(family, 'production', { asForReaders: true });
    onTestFinished(() => session.close());
    const inside = await session.openExtension(PLAIN_PAGE);
    const tab = await session.open(`${site.origin}/article.html`);
    await aWhile();
    expect(await gateCount(inside)).toBe(0);
    expect(await markedNames(tab)).toEqual([]);
    expect((await markup(tab)).hosts).toBe(0);
  });

  test('the page cannot look into the card', async () => {
    const session = await openBrowser(family, 'granted', { asForReaders: true });
    onTestFinished(() => session.close());
    const tab = await session.open(`${site.origin}/article.html`, { width: 1000, height: 800 });
    await becomes(async () => (await markedNames(tab)).length, 5);
    await tab.evaluate(listenForNodes);
    await session.command('next-mention');
    await becomes(() => tab.evaluate(() => document.activeElement?.localName ?? ''), 'bridle-card', 'the card is open');
    const place = await vi.waitFor(
      async () => {
        const found = await tab.evaluate(placeOfCard);
        if (!found) throw new Error('the card is nowhere');
        return found;
      },
      { timeout: longestWaitMs },
    );
    await tab.move(place.x, place.y);
    await tab.click(place.x, place.y);
    await tab.press('Tab');
    await aWhile();
    const { heard, found, said } = await tab.evaluate(looksIntoCard, place);
    expect(heard, 'the page hears of the pointer, the click and the keys').toEqual(
      expect.arrayContaining(['pointermove', 'click', 'keydown', 'focusin']),
    );
    const others = found.filter((way) => family !== 'firefox' || !LEAKS_OF_FIREFOX.test(way));
    expect(others, 'ways in that led to nodes of the card').toEqual([]);
    expect(said, 'text of the card that a way in told').toEqual([]);
  });
});

// What follows runs in the page.

/** Keeps each node that an event tells of, by whatever property, if it does not stand in the document itself. */
function listenForNodes(): void {
  const kept = { heard: new Set<string>(), found: new Set<string>() };
  Object.assign(globalThis, { kept });
  const isInside = (value: unknown): value is Node =>
    value instanceof Node && value.getRootNode() instanceof ShadowRoot;
  const types = [
    'pointerover',
    'pointermove',
    'pointerdown',
    'mouseover',
    'mousedown',
    'mouseup',
    'click',
    'wheel',
    'focusin',
    'focusout',
  ];
  const later = [
    'keydown',
    'keyup',
    'beforetoggle',
    'toggle',
    'animationstart',
    'animationend',
    'transitionend',
    'scroll',
    'selectstart',
  ];
  for (const type of [...types, ...later])
    addEventListener(
      type,
      (event) => {
        kept.heard.add(type);
        for (const key in event) {
          const value = (event as unknown as Record<string, unknown>)[key];
          if (isInside(value)) kept.found.add(`${type}.${key}`);
        }
        if (event.composedPath().some(isInside)) kept.found.add(`${type}.composedPath`);
      },
      true,
    );
  const observed = ['layout-shift', 'largest-contentful-paint', 'event', 'element'];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const {
        element,
        target,
        sources = [],
      } = entry as unknown as Record<'element' | 'target', unknown> & { sources?: { node: unknown }[] };
      if ([element, target, ...sources.map(({ node }) => node)].some(isInside)) kept.found.add(entry.entryType);
    }
  }).observe({ entryTypes: observed.filter((type) => PerformanceObserver.supportedEntryTypes.includes(type)) });
}

/** A point at which the card is on top; null while there is none. */
function placeOfCard(): { x: number; y: number } | null {
  for (let y = 4; y < innerHeight; y += 8)
    for (let x = 4; x < innerWidth; x += 8)
      if (document.elementFromPoint(x, y)?.localName === 'bridle-card') return { x: x + 4, y: y + 4 };
  return null;
}

/** Asks all that tells of nodes or of text, at a point of the card. */
function looksIntoCard({ x, y }: { x: number; y: number }): { heard: string[]; found: string[]; said: string[] } {
  const { kept } = globalThis as unknown as { kept: { heard: Set<string>; found: Set<string> } };
  const host = document.querySelector<HTMLElement>('bridle-card')!;
  const isInside = (value: unknown) => value instanceof Node && value.getRootNode() !== document;
  const ways: Record<string, () => unknown> = {
    shadowRoot: () => host.shadowRoot,
    openOrClosedShadowRoot: () => (host as unknown as { openOrClosedShadowRoot?: unknown }).openOrClosedShadowRoot,
    elementsFromPoint: () => document.elementsFromPoint(x, y),
    caretPositionFromPoint: () => document.caretPositionFromPoint(x, y)?.offsetNode,
    caretRangeFromPoint: () => document.caretRangeFromPoint?.(x, y)?.startContainer,
    activeElement: () => document.activeElement,
    anchorNode: () => getSelection()!.anchorNode,
    getAnimations: () => document.getAnimations().map(({ effect }) => (effect as KeyframeEffect | null)?.target),
    slots: () => host.assignedSlot,
    parts: () => document.querySelectorAll('bridle-card *'),
  };
  for (const [name, look] of Object.entries(ways)) {
    const seen = look();
    const all = seen instanceof NodeList || Array.isArray(seen) ? [...seen] : [seen];
    if (all.some((one) => one instanceof ShadowRoot || isInside(one))) kept.found.add(name);
  }
  const texts = {
    textContent: host.textContent,
    innerText: host.innerText,
    innerHTML: host.innerHTML,
    getHTML: host.getHTML({ serializableShadowRoots: true }),
    serialized: new XMLSerializer().serializeToString(host).replace(/^<bridle-card[^>]*(?:\/>|><\/bridle-card>)$/, ''),
    selection: String(getSelection()),
  };
  const said = Object.entries(texts).flatMap(([name, text]) => (text.trim() === '' ? [] : [`${name}: ${text}`]));
  return { heard: [...kept.heard], found: [...kept.found], said };
}
