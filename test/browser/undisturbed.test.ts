/**
 * What a reader does on a page with marks goes as on the same page without Bridle: selecting, copying, finding, typing, going by Tab,
 * scrolling, printing. Each is done on both pages and compared. Where the real pages lie beside the project, on some of those too.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { constants, inflateSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve, type Site } from '../../scripts/serve.ts';
import type { Session, Tab } from '../../scripts/session.ts';
import { aWhile, becomes, inBothBrowsers, longestWaitMs, markedNames, markup, openBrowser, root } from './harness.ts';
import { clickOn } from './surfaces.ts';

const NAMES = ['JeanAsselborn', 'NSO', 'NSOGroup', 'Pegasus'];
const SENTENCES =
  '<p id="first">In October 2021 Jean Asse<b>lborn</b> told the deputies what <a href="#x">NSO</a> Group denies.</p>' +
  '<p id="second">The spyware <em>Pegasus</em> was bought, says NSO, by governments.</p>';
/** Keeps what the page is told of and how; shifts of the layout are told in Chromium alone. */
const ARTICLE = `<!doctype html><html lang="en"><head><title>The corridor</title><script>
    globalThis.heard = [];
    globalThis.shifts = 0;
    for (const type of ['keydown', 'keyup', 'input', 'wheel', 'touchstart', 'click', 'copy', 'focusin']) {
      addEventListener(type, (event) => heard.push([type, event.target.id, event.key ?? '', event.cancelable, event.defaultPrevented].join(' ')), { passive: true });
    }
    if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
      new PerformanceObserver((list) => { for (const { value } of list.getEntries()) shifts += value; }).observe({ type: 'layout-shift', buffered: true });
    }
  </script></head><body><h1>The corridor</h1>${SENTENCES}
  <form><label>Name <input id="name"></label> <textarea id="words"></textarea> <button id="send" type="button">Send</button></form>
  <div id="paste" contenteditable="true" style="min-height: 4em"></div>
  ${'<p>Rain until noon, and then more of it.</p>'.repeat(80)}</body></html>`;
const STILL = { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:" };
const folder = resolve(root, '../shared/pages');
const REAL = ['ars-1.html', 'heise.html', 'lemonde-1.html'].filter((page) => existsSync(resolve(folder, page)));

inBothBrowsers('a reader is not disturbed', (family) => {
  let site: Site;
  let sessions: Session[];
  /** With Bridle, and without. */
  let tabs: Tab[];

  beforeAll(async () => {
    site = await serve(async (path) => {
      if (path === '/article') return { body: ARTICLE };
      const page = await readFile(resolve(folder, path.slice(1)), 'utf8').catch(() => null);
      return page === null
        ? null
        : { body: page.replace(/(<body[^>]*>)/i, `$1<div style="all: initial">${SENTENCES}</div>`), headers: STILL };
    });
    sessions = await Promise.all([openBrowser(family, 'e2e'), openBrowser(family, null)]);
    tabs = await Promise.all(sessions.map((session) => session.open('about:blank')));
  });
  afterAll(async () => {
    await Promise.all([...(sessions ?? []).map((session) => session.close()), site?.close()]);
  });

  async function open(path: string): Promise<void> {
    await Promise.all(tabs.map((tab) => tab.goto(site.origin + path)));
    await expect.poll(() => markedNames(tabs[0]!), { timeout: longestWaitMs }).toEqual(expect.arrayContaining(NAMES));
  }

  /** Does the same on both pages, one after the other, and returns what came of it; with Bridle first. */
  async function both<Result>(act: (tab: Tab) => Promise<Result>): Promise<[Result, Result]> {
    return [await act(tabs[0]!), await act(tabs[1]!)];
  }

  test('typing, keys, Tab and the tick of a button', async () => {
    await open('/article');
    const [marked, bare] = await both(async (tab) => {
      await clickOn(tab, '#name');
      await tab.type('Pegasus, NSO Group');
      const order: string[] = [];
      for (let stop = 0; stop < 5; stop++) {
        await tab.press('Tab');
        order.push(await tab.evaluate(() => document.activeElement!.id || document.activeElement!.localName));
        if (stop === 0) await tab.type('Jean Asselborn');
      }
      await clickOn(tab, '#send');
      return tab.evaluate(
        (stops) => ({
          stops,
          heard: globalThis.heard,
          values: [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value),
        }),
        order,
      );
    });
    expect(marked).toEqual(bare);
    expect(bare.values).toEqual(['Pegasus, NSO Group', 'Jean Asselborn']);
    expect(bare.stops.slice(0, 2)).toEqual(['words', 'send']);
    await becomes(() => markedNames(tabs[0]!), NAMES, 'what is typed is not marked');
  });

  test('selecting and copying across marks', async () => {
    await open('/article');
    const [marked, bare] = await both(async (tab) => {
      await tab.front();
      await tab.evaluate(() =>
        getSelection()!.setBaseAndExtent(
          document.querySelector('#first')!.firstChild!,
          3,
          document.querySelector('#second')!.lastChild!,
          12,
        ),
      );
      const selected = await tab.evaluate(() => {
        const holder = document.createElement('div');
        holder.append(getSelection()!.getRangeAt(0).cloneContents());
        return { text: getSelection()!.toString(), html: holder.innerHTML };
      });
      await tab.press('Control+c');
      await clickOn(tab, '#paste');
      await tab.press('Control+v');
      await expect.poll(() => tab.evaluate(() => document.querySelector('#paste')!.textContent)).toContain('Asselborn');
      return { selected, pasted: await tab.evaluate(() => document.querySelector('#paste')!.innerHTML) };
    });
    expect(marked).toEqual(bare);
    expect(bare.selected.text).toContain('Jean Asselborn told the deputies');
  });

  test('finding in the page, across marks', async () => {
    await open('/article');
    const [marked, bare] = await both((tab) =>
      tab.evaluate(() =>
        ['Asselborn told', 'what NSO Group denies', 'spyware Pegasus was', 'NSO', 'nowhere'].map((words) => {
          getSelection()!.removeAllRanges();
          const found: string[] = [];
          const { find } = globalThis as unknown as { find(text: string): boolean };
          while (found.length < 5 && find(words))
            found.push(`${getSelection()!.toString()} ${getSelection()!.anchorOffset}`);
          return found;
        }),
      ),
    );
    expect(marked).toEqual(bare);
    expect(bare.map(({ length }) => length)).toEqual([1, 1, 1, 2, 0]);
  });

  test('wheel and finger: the page is told as before, and nothing waits for a script', async () => {
    await open('/article');
    const [marked, bare] = await both(async (tab) => {
      await tab.move(200, 300);
      await tab.wheel(240);
      await expect.poll(() => tab.evaluate(() => scrollY)).toBeGreaterThan(100);
      await tab.tap(200, 300);
      await expect
        .poll(() => tab.evaluate(() => globalThis.heard.some((line) => line.startsWith('touchstart'))))
        .toBe(true);
      return tab.evaluate(() => globalThis.heard.filter((line) => /^(wheel|touchstart)/.test(line)));
    });
    expect(new Set(marked)).toEqual(new Set(bare));
    // A browser that had to wait for a listener would let it cancel.
    if (family === 'chromium') expect(marked.join()).not.toContain('true');
  });

  // Chromium's reading mode is a part of its own window, which its driver does not reach.
  test.runIf(family === 'firefox')('the reader view holds the same article, unmarked', async () => {
    await open('/article');
    const [marked, bare] = await both(async (tab) => {
      await tab.goto(`about:reader?url=${encodeURIComponent(`${site.origin}/article`)}`);
      await expect
        .poll(() => tab.evaluate(() => document.body.innerText))
        .toContain('Jean Asselborn told the deputies');
      if (tab === tabs[0]) await aWhile();
      return {
        text: await tab.evaluate(() => document.body.innerText),
        names: await markedNames(tab),
        hosts: (await markup(tab)).hosts,
      };
    });
    expect(marked).toEqual(bare);
    expect(marked).toMatchObject({ names: [], hosts: 0 });
  });

  test('places, layout shifts, and what the page throws', async () => {
    await open('/article');
    const [marked, bare] = await both((tab) =>
      tab.evaluate(() => ({
        boxes: [...document.querySelectorAll('body *')].map((element) =>
          JSON.stringify(element.getBoundingClientRect()),
        ),
        shifts: globalThis.shifts,
      })),
    );
    expect(marked).toEqual(bare);
    expect(marked.shifts).toBe(0);
    expect(tabs[0]!.errors).toEqual([]);
  });

  test('printing, with a card open: the same pages', async () => {
    await open('/article');
    await tabs[0]!.front();
    await sessions[0]!.command('next-mention');
    await becomes(
      () =>
        tabs[0]!.evaluate(() => Boolean(document.querySelector('bridle-card')?.shadowRoot?.querySelector('.card h2'))),
      true,
      'the card is open',
    );
    const [marked, bare] = await both(async (tab) => onPaper(await tab.pdf()));
    expect(marked).toEqual(bare);
    expect(bare.pages).toBeGreaterThan(1);
    expect(bare.glyphs.length).toBeGreaterThan(1000);
  });

  test.skipIf(REAL.length === 0).each(REAL.length > 0 ? REAL : [`${folder} is not here`])(
    '%s: places, selection and finding',
    async (page) => {
      await open(`/${page}`);
      const [marked, bare] = await both((tab) =>
        tab.evaluate(() => {
          getSelection()!.selectAllChildren(document.body);
          const text = getSelection()!.toString();
          getSelection()!.removeAllRanges();
          return {
            text,
            found: (globalThis as unknown as { find(text: string): boolean }).find('Asselborn told'),
            height: document.documentElement.scrollHeight,
            boxes: [...document.querySelectorAll('body *')]
              .map((element) => JSON.stringify(element.getBoundingClientRect()))
              .join('\n'),
          };
        }),
      );
      expect(marked.text === bare.text && marked.boxes === bare.boxes).toBe(true);
      expect([marked.found, marked.height]).toEqual([true, bare.height]);
      // Firefox tells of each request that the page's policy forbids.
      expect(tabs[0]!.errors.filter((error) => !error.includes('Content-Security-Policy'))).toEqual([]);
    },
  );
});

declare global {
  var heard: string[];
  var shifts: number;
}

/**
 * What a print shows: its pages, its glyphs in order, and how many lines and areas are drawn. Chromium writes marked text in several
 * pieces, so that the bytes differ.
 */
function onPaper(pdf: Uint8Array): { pages: number; glyphs: string; drawn: number } {
  const file = Buffer.from(pdf).toString('latin1');
  const streams = [...file.matchAll(/stream\r?\n([\s\S]*?)endstream/g)].flatMap(([, bytes]) => {
    try {
      return [inflateSync(Buffer.from(bytes!, 'latin1'), { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1')];
    } catch {
      return [];
    }
  });
  const painted = streams.filter((content) => /^BT\b/m.test(content)).join('\n');
  return {
    pages: [file, ...streams].join('\n').match(/\/Type *\/Page\b/g)?.length ?? 0,
    glyphs: [...painted.matchAll(/<([0-9A-Fa-f]+)>|\(((?:\\.|[^\\)])*)\)/g)]
      .map(([, hex, letters]) => hex ?? letters)
      .join(''),
    drawn: painted.match(/(?:^| )(?:f\*?|S|B)$/gm)?.length ?? 0,
  };
}
