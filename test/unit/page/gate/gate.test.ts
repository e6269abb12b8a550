// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchForAffair } from '../../../../page/gate/gate.ts';

let controller: AbortController;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'requestIdleCallback'] });
  vi.stubGlobal('XPathResult', { ORDERED_NODE_SNAPSHOT_TYPE: 7 });
  // happy-dom has no XPath; custom elements are found by their hyphen all the same.
  vi.stubGlobal(
    'XPathEvaluator',
    class {
      evaluate(_: string, node: Node) {
        const within = (node as Element).querySelectorAll
          ? [node as Element, ...(node as Element).querySelectorAll('*')]
          : [];
        const found = within.filter((element) => element.localName?.includes('-'));
        return { snapshotLength: found.length, snapshotItem: (index: number) => found[index] };
      }
    },
  );
  controller = new AbortController();
});
afterEach(() => {
  controller.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function watch(html: string) {
  document.body.innerHTML = html;
  const asked: string[] = [];
  let opened = 0;
  watchForAffair({
    speaks(text) {
      asked.push(text);
      return /NSO/.test(text) && /spyware/.test(text);
    },
    onAffair: () => void opened++,
    signal: controller.signal,
  });
  return { asked, opened: () => opened };
}
const settle = () => vi.advanceTimersByTimeAsync(2000);
const append = (text: string) =>
  document.body.append(Object.assign(document.createElement('p'), { textContent: text }));

test('opens once on a page that speaks of the affair, and asks no more', async () => {
  const { asked, opened } = watch('<p>NSO sells spyware</p>');
  await settle();
  append('more spyware of NSO');
  await settle();
  expect(opened()).toBe(1);
  expect(asked.length).toBe(1);
});

test('waits on a page that is rendered before the reader goes to it', async () => {
  Object.assign(document, { prerendering: true });
  const { asked, opened } = watch('<p>NSO sells spyware</p>');
  await settle();
  expect(asked).toEqual([]);
  Object.assign(document, { prerendering: false });
  document.dispatchEvent(new Event('prerenderingchange'));
  await settle();
  expect(opened()).toBe(1);
});

test('stays closed on other pages', async () => {
  const { opened } = watch('<p>NSO plays Mahler</p>');
  await settle();
  expect(opened()).toBe(0);
});

test('opens when the affair comes later, asking only of what came', async () => {
  const { asked, opened } = watch(`<p>${'weather '.repeat(1000)}</p><p>${'sport '.repeat(2000)}</p>`);
  await settle();
  append('NSO sells spyware');
  await settle();
  expect(opened()).toBe(1);
  expect(asked[1]).toContain('NSO sells spyware');
  expect(asked[1]).not.toContain('weather');
});

test('of two words one may have come shortly before the other', async () => {
  const { opened } = watch('<p>weather</p>');
  await settle();
  append('NSO');
  await settle();
  append('spyware');
  await settle();
  expect(opened()).toBe(1);
});

test('reads open shadow trees, and what comes into them', async () => {
  const { opened } = watch('<x-page></x-page>');
  const root = document.querySelector('x-page')!.attachShadow({ mode: 'open' });
  root.innerHTML = '<p>weather</p>';
  await settle();
  expect(opened()).toBe(0);
  root.querySelector('p')!.textContent = 'NSO sells spyware';
  await settle();
  expect(opened()).toBe(1);
});

test('an aborted gate asks nothing', async () => {
  const { asked } = watch('<p>NSO sells spyware</p>');
  controller.abort();
  await settle();
  expect(asked).toEqual([]);
});

test('a page that changes all day is asked ever more rarely, and after a navigation as closely as at first', async () => {
  const navigation = new EventTarget();
  vi.stubGlobal('navigation', navigation);
  const { asked } = watch('<p>rain</p>');
  const change = async (seconds: number) => {
    const before = asked.length;
    for (let at = 0; at < seconds * 10; at++) {
      append('more rain');
      await vi.advanceTimersByTimeAsync(100);
    }
    return asked.length - before;
  };
  const first = await change(20);
  await change(100);
  const later = await change(60);
  expect(later).toBeLessThanOrEqual(3);
  navigation.dispatchEvent(new Event('navigatesuccess'));
  expect(await change(20)).toBe(first);
});
