/**
 * Pages that are too much: a million nodes, ten thousand levels, a text of twenty megabytes, changes without end. The page stays responsive:
 * what is shown here is that its own frames and timers go on and that its marks are right in the end, not how long it took.
 */
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { serve, type Site } from '../../scripts/serve.ts';
import type { Session, Tab } from '../../scripts/session.ts';
import { cardTitle, markOf } from './card.ts';
import { inBothBrowsers, markedNames, openBrowser } from './harness.ts';

const html = (body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>The Harbour Post</title><body>${body}</html>`;
const TEXT = 'NSO Group sells the spyware Pegasus.';
const NAMES = ['NSOGroup', 'Pegasus'];

/** Each makes itself when it is loaded; `frames` counts the frames that the page gets. */
const COUNT = '<script>frames = 0; (function next() { frames++; requestAnimationFrame(next); })();</script>';
const PAGES: Record<string, string> = {
  '/million': `<p>${TEXT}</p><div id="many" style="display: none"></div>${COUNT}<script>
    const paragraph = document.createElement('p');
    paragraph.innerHTML = 'rain ' + '<b></b>'.repeat(14);
    const many = document.createDocumentFragment();
    for (let at = 0; at < 62_500; at++) many.append(paragraph.cloneNode(true));
    document.querySelector('#many').append(many);
    </script><p id="end">At the end: ${TEXT}</p>`,
  '/shadow': `<p>Rain until noon.</p><x-many></x-many>${COUNT}<script>
    const root = document.querySelector('x-many').attachShadow({ mode: 'open' });
    const many = document.createDocumentFragment();
    for (let at = 0; at < 200_000; at++) many.append(document.createElement('i'));
    root.append(many, Object.assign(document.createElement('p'), { textContent: '${TEXT}' }));
    </script>`,
  '/deep': `<p>${TEXT}</p><div id="top" style="display: contents"></div>${COUNT}<script>
    let at = document.querySelector('#top');
    for (let level = 0; level < 10_000; level++) {
      const inner = document.createElement(level % 2 ? 'span' : 'div');
      inner.style.display = 'contents';
      at.append(inner);
      at = inner;
    }
    bottom = document.createElement('p');
    bottom.append('At the bottom: ${TEXT}');
    at.append(bottom);
    </script>`,
  '/long': `<p>${TEXT}</p><p id="long" style="display: none"></p>${COUNT}<script>
    document.querySelector('#long').append('It rained until noon, and then some more of it came. '.repeat(400_000) + '${TEXT}');
    </script><p>${TEXT}</p>`,
  '/restless': `<p id="restless">${TEXT}</p><p id="calm">${TEXT}</p>${COUNT}<script>
    // Each frame, each task and each microtask of a burst writes the marked text again, or tears it apart.
    const restless = document.querySelector('#restless');
    const writes = [
      () => { restless.textContent = '${TEXT}'; },
      () => { restless.firstChild.splitText(4); },
      () => { restless.innerHTML = '<b>NSO</b> <i>Group</i> sells the spyware Pegasus.'; },
      () => { restless.normalize(); restless.append(' And more.'); },
      () => { restless.firstChild.data = 'Nobody is named here.'; },
      () => { restless.replaceWith(restless); },
    ];
    wrote = 0;
    busy = true;
    const write = () => writes[wrote++ % writes.length]();
    (function frame() { if (busy) { write(); requestAnimationFrame(frame); } })();
    (function task() { if (busy) { write(); setTimeout(task); } })();
    (function burst() { if (busy) { let last = Promise.resolve(); for (let at = 0; at < 200; at++) last = last.then(write); setTimeout(burst, 50); } })();
    </script>`,
};

inBothBrowsers('pages that are too much', (family) => {
  let site: Site;
  let session: Session;

  beforeAll(async () => {
    site = await serve(async (path) => (PAGES[path] ? { body: html(PAGES[path]) } : null));
    session = await openBrowser(family, 'e2e', { asForReaders: true });
  });
  afterAll(async () => {
    await Promise.all([session?.close(), site?.close()]);
  });

  async function open(path: string): Promise<Tab> {
    const tab = await session.open(`${site.origin}${path}`, { width: 1000, height: 800 });
    onTestFinished(() => tab.close());
    return tab;
  }

  const eventually = (tab: Tab, expected: string[], what: string) =>
    expect.poll(() => markedNames(tab), { timeout: 40_000, interval: 200, message: what }).toEqual(expected.toSorted());

  async function goesOn(tab: Tab): Promise<void> {
    const before = await tab.evaluate(framesOf);
    await expect
      .poll(() => tab.evaluate(framesOf), { timeout: 20_000, message: 'frames go on' })
      .toBeGreaterThan(before + 5);
    expect(tab.errors).toEqual([]);
  }

  async function opensCard(tab: Tab): Promise<void> {
    const { x, y } = await markOf(tab, 'NSO Group');
    await tab.move(x, y);
    await expect.poll(() => tab.evaluate(cardTitle), { timeout: 20_000, message: 'the card opens' }).toBe('NSO Group');
  }

  test('a million nodes', async () => {
    const tab = await open('/million');
    await eventually(tab, [...NAMES, ...NAMES], 'marked before and behind them');
    await opensCard(tab);
    await goesOn(tab);
  });

  test('a shadow tree with hundreds of thousands of children', async () => {
    const tab = await open('/shadow');
    await eventually(tab, NAMES, 'its last child is marked');
    await goesOn(tab);
  });

  test('ten thousand levels, and changes at the bottom', async () => {
    const tab = await open('/deep');
    await eventually(tab, [...NAMES, ...NAMES], 'marked at the top and at the bottom');
    await tab.evaluate(() => {
      (globalThis as unknown as { bottom: Element }).bottom.append(' Pegasus again.');
    });
    await eventually(tab, [...NAMES, ...NAMES, 'Pegasus'], 'read again at the bottom');
    await opensCard(tab);
    await goesOn(tab);
  });

  test('a text node of twenty megabytes', async () => {
    const tab = await open('/long');
    await eventually(tab, [...NAMES, ...NAMES], 'marked before and behind it');
    await tab.evaluate(() => {
      (document.querySelector('#long')!.firstChild as Text).insertData(0, 'Again. ');
    });
    await tab.evaluate(() => {
      document.querySelector('p')!.append(' Pegasus again.');
    });
    await eventually(tab, [...NAMES, ...NAMES, 'Pegasus'], 'an edit of all of it holds nothing up');
    await opensCard(tab);
    await goesOn(tab);
  });

  test('changes without end to what is marked: other marks stay, frames go on, and when it rests the marks are right', async () => {
    const tab = await open('/restless');
    await expect
      .poll(async () => (await markedNames(tab)).filter((name) => name === 'Pegasus').length, {
        timeout: 20_000,
        message: 'the calm text is marked',
      })
      .toBeGreaterThan(0);
    const wrote = await tab.evaluate(writesOf);
    await goesOn(tab);
    await expect
      .poll(() => tab.evaluate(writesOf), { timeout: 20_000, message: 'the page writes on' })
      .toBeGreaterThan(wrote + 1000);
    await tab.evaluate(rest, TEXT);
    await eventually(tab, [...NAMES, ...NAMES], 'when it rests');
  });
});

// What follows runs in the page.

function framesOf(): number {
  return (globalThis as unknown as { frames: number }).frames;
}

function writesOf(): number {
  return (globalThis as unknown as { wrote: number }).wrote;
}

function rest(text: string): void {
  (globalThis as unknown as { busy: boolean }).busy = false;
  document.querySelector('#restless')!.textContent = text;
}
