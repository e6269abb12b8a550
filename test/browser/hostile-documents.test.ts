/**
 * Documents that are no plain page: dialogs, fullscreen and popovers in one, frames of every kind, other formats, and the ways in which a page
 * comes and goes without being loaded.
 *
 * What is not tested here: prerendering, which Firefox does not have and Chromium does not do under its driver (see the gate's unit tests); the source
 * of a page in Firefox, to which its driver cannot go. A feed without a style sheet is a page of Chromium's own making, and is marked like one.
 */
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { serve, type Page, type Site } from '../../scripts/serve.ts';
import type { Session, Tab } from '../../scripts/session.ts';
import { cardBox, cardTitle, markOf } from './card.ts';
import { PLAIN_PAGE, readDossiers } from './extension.ts';
import { aWhile, becomes, inBothBrowsers, markedNames, markup, openBrowser } from './harness.ts';

const TEXT = 'NSO Group sells the spyware Pegasus.';
const NAMES = ['NSOGroup', 'Pegasus'];
const FAR = { x: 5, y: 5 };
const html = (body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>The Harbour Post</title><body style="padding-top: 20px">${body}</html>`;

/** By path; `other` is the origin of another server. */
const pages = (other: () => string): Record<string, Page> => ({
  '/article': { body: html(`<p>${TEXT}</p>`) },
  '/sourced': { body: html(`<p>${TEXT}</p>`) },
  '/quiet': { body: html('<p>Rain until noon.</p>') },
  '/layers': {
    body: html(`<p id="out">${TEXT}</p><dialog id="dialog"><p>In a dialog, ${TEXT}</p></dialog>
    <div popover id="popover"><p>A popover: ${TEXT}</p></div><form id="full" style="padding: 100px; background: white"><input name="append" type="hidden"><p>${TEXT}</p></form>
    <script>full.onclick = () => full.requestFullscreen()</script>`),
  },
  '/frames': {
    body: html(`<p>${TEXT}</p><iframe src="/article" sandbox></iframe><iframe src="/article" sandbox="allow-scripts"></iframe>
    <iframe srcdoc="<p>${TEXT}" sandbox></iframe><iframe src="${other()}/article"></iframe><iframe id="blank"></iframe>
    <script>setTimeout(() => { blank.contentDocument.write('<p>${TEXT}'); blank.contentDocument.close(); }, 300)</script>`),
  },
  '/xhtml': {
    body: `<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>XHTML</title></head>
      <body style="padding-top: 20px"><p>${TEXT}</p><P>Capital letters are another element.</P><svg xmlns="http://www.w3.org/2000/svg"><text>NSO Group</text></svg></body></html>`,
    headers: { 'content-type': 'application/xhtml+xml' },
  },
  '/drawing': {
    body: `<svg xmlns="http://www.w3.org/2000/svg"><text y="20">${TEXT}</text></svg>`,
    headers: { 'content-type': 'image/svg+xml' },
  },
  '/feed': {
    body: `<feed xmlns="http://www.w3.org/2005/Atom"><title>${TEXT}</title></feed>`,
    headers: { 'content-type': 'application/xml' },
  },
  '/plain': { body: TEXT, headers: { 'content-type': 'text/plain' } },
  '/paper': { body: pdf(TEXT), headers: { 'content-type': 'application/pdf' } },
});

inBothBrowsers('documents of all kinds', (family) => {
  let site: Site;
  let other: Site;
  let session: Session;
  /** A page of the extension, to ask from. */
  let inside: Tab;

  beforeAll(async () => {
    // What may not be stored does not get into the browser's cache of pages either.
    const answer = async (path: string) => {
      const page = pages(() => other.origin)[path];
      return page ? { ...page, headers: { 'cache-control': 'max-age=600', ...page.headers } } : null;
    };
    [site, other] = await Promise.all([serve(answer), serve(answer)]);
    session = await openBrowser(family, 'e2e', { asForReaders: true });
    inside = await session.openExtension(PLAIN_PAGE);
  });
  afterAll(async () => {
    await Promise.all([session?.close(), site?.close(), other?.close()]);
  });

  async function open(path: string): Promise<Tab> {
    const tab = await session.open(path.startsWith('/') ? site.origin + path : path, { width: 1000, height: 800 });
    onTestFinished(() => tab.close().catch(() => undefined));
    return tab;
  }

  const mentions = async (path: string) => (await readDossiers(inside, `${site.origin}${path}`)).length;
  const title = (tab: Tab) => tab.evaluate(cardTitle);

  async function hover(tab: Tab, within: string): Promise<void> {
    await tab.move(FAR.x, FAR.y);
    await becomes(() => title(tab), null, 'no card is open');
    const { x, y } = await tab.evaluate(nameWithin, within);
    await tab.move(x, y);
    await becomes(() => title(tab), 'NSO Group', `in ${within}`);
  }

  describe('what the page lays over itself', () => {
    test('a modal dialog: its card can be used, and leaves nothing in it', async () => {
      const tab = await open('/layers');
      await becomes(async () => (await markedNames(tab)).length, 4, 'annotated');
      const { html: before } = await markup(tab);
      await tab.evaluate(() => document.querySelector('dialog')!.showModal());
      await becomes(async () => (await markedNames(tab)).length, 6, 'the dialog is marked when it is shown');
      await hover(tab, '#dialog');
      const box = (await tab.evaluate(cardBox))!;
      await tab.move(box.x + box.width / 2, box.y + 30);
      await becomes(() => tab.evaluate(isCardUnderPointer), true, 'not inert');
      await tab.evaluate(() => document.querySelector('dialog')!.close());
      await hover(tab, '#out');
      expect(await markup(tab), 'the dialog is as it was').toEqual({ html: before, hosts: 1 });
      expect(await tab.evaluate(() => document.querySelector('dialog')!.children.length)).toBe(1);
    });

    test('a popover of the page stays open beside the card of a name in it', async () => {
      const tab = await open('/layers');
      await becomes(async () => (await markedNames(tab)).length, 4, 'annotated');
      await tab.evaluate(() => document.querySelector<HTMLElement>('#popover')!.showPopover());
      await becomes(async () => (await markedNames(tab)).length, 6, 'the popover is marked when it is shown');
      await hover(tab, '#popover');
      expect(await tab.evaluate(() => document.querySelector('#popover')!.matches(':popover-open'))).toBe(true);
    });

    test('a fullscreen element, even a form with a field named append: the card is above it', async () => {
      const tab = await open('/layers');
      await becomes(async () => (await markedNames(tab)).length, 4, 'annotated');
      const { x, y } = await tab.evaluate(
        () => document.querySelector('#full')!.getBoundingClientRect().toJSON() as DOMRect,
      );
      await tab.click(x + 10, y + 10);
      await becomes(() => tab.evaluate(() => document.fullscreenElement?.id), 'full');
      await hover(tab, '#full');
      expect(
        await tab.evaluate(() => document.fullscreenElement!.contains(document.querySelector('bridle-card'))),
      ).toBe(true);
    });
  });

  test('frames without scripts, without an origin, of another origin, and written by the page: each is annotated once', async () => {
    await open('/frames');
    await becomes(() => mentions('/frames'), 12, 'two names in each of six documents');
  });

  test('XHTML is marked like HTML', async () => {
    const tab = await open('/xhtml');
    await becomes(() => markedNames(tab), NAMES, 'annotated');
    const { x, y } = await markOf(tab, 'NSO Group');
    await tab.move(x, y);
    await becomes(() => title(tab), 'NSO Group');
    expect((await markup(tab)).html).toBe(await tab.evaluate(markupAsServed));
    expect(tab.errors).toEqual([]);
  });

  test('plain text, a drawing, a feed, a paper, a page’s source, an empty page: no pages to read, and left alone', async () => {
    const paths = ['/plain', '/drawing', ...(family === 'firefox' ? ['/feed'] : []), 'about:blank'];
    const tabs = await Promise.all(paths.map(open));
    // Some browsers show it, others download it.
    await (await open('/quiet')).goto(`${site.origin}/paper`).catch(() => undefined);
    await (await open('/quiet')).goto(`view-source:${site.origin}/sourced`);
    await aWhile();
    for (const [at, tab] of tabs.entries()) {
      expect(await markedNames(tab), paths[at]).toEqual([]);
      expect((await markup(tab)).hosts, paths[at]).toBe(0);
      expect(tab.errors, paths[at]).toEqual([]);
    }
    expect(await Promise.all(['/paper', '/sourced'].map(mentions))).toEqual([0, 0]);
  });

  test('a page that comes back from the cache of pages has its marks once, and its card opens', async () => {
    const tab = await open('/article');
    await becomes(() => markedNames(tab), NAMES, 'annotated');
    await tab.evaluate(() => addEventListener('pageshow', ({ persisted }) => Object.assign(globalThis, { persisted })));
    await tab.goto(`${site.origin}/quiet`);
    await tab.front();
    await tab.evaluate(() => {
      setTimeout(() => history.back());
    });
    await becomes(() => tab.evaluate(() => 'persisted' in globalThis).catch(() => false), true, 'from the cache');
    await becomes(() => markedNames(tab), NAMES, 'marked once');
    await hover(tab, 'body');
    expect((await markup(tab)).hosts).toBe(1);
    await becomes(() => mentions('/article'), 2, 'listed');
  });

  test('a tab that the browser discards and restores is annotated once', async () => {
    const tab = await open('/article');
    await becomes(() => mentions('/article'), 2, 'annotated');
    await inside.front();
    await inside.evaluate(discard, `${site.origin}/article`);
    await inside.evaluate(restore, `${site.origin}/article`);
    await becomes(() => mentions('/article'), 2, 'restored');
    await tab.close().catch(() => undefined);
  });
});

/** A paper of one page and one line. */
function pdf(text: string): Buffer {
  const content = `BT /F1 12 Tf 20 100 Td (${text}) Tj ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>',
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
  ];
  return Buffer.from(
    `%PDF-1.4\n${objects.map((object, at) => `${at + 1} 0 obj${object}endobj\n`).join('')}trailer<</Root 1 0 R>>\n%%EOF`,
  );
}

// What follows runs in the page.

/** The middle of the first name within an element, in the viewport. */
function nameWithin(selector: string): { x: number; y: number } {
  for (const span of (CSS as unknown as { highlights: Map<string, Iterable<AbstractRange>> }).highlights.get(
    'bridle-mention',
  )!) {
    if (!document.querySelector(selector)!.contains(span.startContainer)) continue;
    const range = new Range();
    range.setStart(span.startContainer, span.startOffset);
    range.setEnd(span.endContainer, span.endOffset);
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  }
  throw new Error(`nothing is marked in ${selector}`);
}

function isCardUnderPointer(): boolean {
  return document.querySelector('bridle-card')!.shadowRoot!.querySelector('.bridle-card:hover') !== null;
}

async function markupAsServed(): Promise<string> {
  const text = await (await fetch(location.href)).text();
  return new DOMParser().parseFromString(text, document.contentType as DOMParserSupportedType).documentElement
    .outerHTML;
}

// What follows runs in the extension.

interface Tabs {
  query(filter: object): Promise<{ id: number; url?: string; discarded?: boolean }[]>;
  discard(id: number): Promise<unknown>;
  update(id: number, change: { active: boolean }): Promise<unknown>;
}

async function discard(address: string): Promise<void> {
  const tabs = (globalThis.browser ?? chrome).tabs as unknown as Tabs;
  const [tab] = (await tabs.query({})).filter(({ url }) => url === address);
  await tabs.discard(tab!.id);
}

async function restore(address: string): Promise<void> {
  const tabs = (globalThis.browser ?? chrome).tabs as unknown as Tabs;
  const [tab] = (await tabs.query({})).filter(({ url }) => url === address);
  if (!tab!.discarded) throw new Error('The tab was not discarded.');
  await tabs.update(tab!.id, { active: true });
}
