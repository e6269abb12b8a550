/** A claim's evidence in its place, and the document behind it where the reader brings it. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { compileFacts, readFactBase } from '../../data/compile.ts';
import type { Session, Tab } from '../../scripts/session.ts';
import { faultsOf } from './axe.ts';
import { readStorage } from './extension.ts';
import { becomes, inBothBrowsers, openBrowser, root } from './harness.ts';
import { clickOn } from './surfaces.ts';

const base = readFactBase();
const facts = compileFacts(base);
const claim = facts.claims.find(({ id }) => id === 'asselborn-cannot-verify-denials')!;
const originals = resolve(root, '../shared/seeds');
const isHere = existsSync(originals);
const needsOriginals = test.skipIf(!isHere);
if (!isHere) console.warn(`Skipped: the folder of originals, ${originals}, is not here.`);

const source = (id: string) => base.sources.find((other) => other.id === id)!;
const textOf = (id: string) => readFileSync(resolve(originals, source(id).seed), 'utf8');

interface Given {
  name: string;
  content: string;
  /** How often the content is repeated. */
  times?: number;
}

inBothBrowsers('evidence', (family) => {
  let session: Session;

  beforeAll(async () => {
    session = await openBrowser(family, 'e2e');
  });
  afterAll(() => session?.close());

  async function openClaim(id: string, width = 1280): Promise<Tab> {
    const tab = await session.openExtension(`facts.html?claim=${id}`, { width, height: 900 });
    onTestFinished(() => tab.close());
    await becomes(
      () => count(tab, '.evidence'),
      facts.claims.find((other) => other.id === id)!.evidence.length,
      'drawn',
    );
    return tab;
  }

  const count = (tab: Tab, selector: string) =>
    tab.evaluate((wanted) => document.querySelectorAll(wanted).length, selector);
  const text = (tab: Tab, selector: string) =>
    tab.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.innerText ?? '', selector);
  /** Gives the page files, as its own chooser would, or as a drop on its heading does. */
  const give = (tab: Tab, how: 'choose' | 'drop', ...files: Given[]) =>
    tab.evaluate(
      (given) => {
        const transfer = new DataTransfer();
        for (const { name, content, times = 1 } of given.files)
          transfer.items.add(new File([content.repeat(times)], name));
        if (given.how === 'drop') {
          const [bubbles, cancelable, dataTransfer] = [true, true, transfer];
          document.querySelector('h1')!.dispatchEvent(new DragEvent('drop', { bubbles, cancelable, dataTransfer }));
          return;
        }
        const input = document.querySelector<HTMLInputElement>('.original input')!;
        input.files = transfer.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      },
      { how, files },
    );
  const marked = (tab: Tab) =>
    tab.evaluate(() =>
      [...document.querySelectorAll('.passage')].map((passage) =>
        [...passage.querySelectorAll('mark')].map(({ textContent }) => textContent).join(''),
      ),
    );

  test('stands among its sentences, each of which leads to what was taken from it', async () => {
    const tab = await openClaim(claim.id);
    const { sentences } = source(claim.evidence[0]!.source);
    const at = sentences.findIndex(({ end }) => end > claim.evidence[0]!.start) + 1;
    expect(await text(tab, '.evidence .soft')).toContain(`of ${sentences.length}`);
    expect(await text(tab, '.evidence .neighbours .is-evidence')).toBe(String(at));
    const before = await text(tab, '.taken');
    await tab.evaluate(() => document.querySelector<HTMLElement>('.neighbours :checked')!.focus());
    await tab.press('ArrowLeft');
    await becomes(async () => (await text(tab, '.taken')).includes(`sentence ${at - 1}`), true, 'by key');
    expect(await text(tab, '.taken')).not.toBe(before);
    expect(await count(tab, '.passage'), 'no text of a source is in the bundle').toBe(0);
  });

  needsOriginals(
    'a document that is dropped shows each span itself, on every statement of its source, until it is forgotten',
    async () => {
      const tab = await openClaim(claim.id);
      const content = textOf('wort-2021-10-20');
      await give(tab, 'drop', { name: 'wort.txt', content });
      const spans = claim.evidence.map(({ start, end }) => content.slice(start, end));
      await becomes(() => marked(tab), spans);
      expect(await text(tab, '.passage')).toContain('The fingerprint matches.');
      await clickOn(tab, '.tie-of .statement a');
      await becomes(() => count(tab, '.original'), 1, 'another statement');
      expect(await text(tab, '.original')).toContain('wort.txt');
      await clickOn(tab, '.original li .action');
      await becomes(() => count(tab, '.passage'), 0, 'forgotten');
      expect(await text(tab, '.original [role=status]')).toContain('wort.txt');
      expect(await tab.evaluate(() => document.activeElement?.parentElement?.className)).toBe('original');
      const kept = await readStorage(tab);
      expect(kept).not.toContain('wort.txt');
      expect(kept).not.toContain(content.slice(0, 20));
    },
  );

  needsOriginals(
    'files that are chosen are told apart: one of another source, a copy with other line ends, something else',
    async () => {
      const tab = await openClaim(claim.id);
      const content = textOf('wort-2021-10-20');
      await give(
        tab,
        'choose',
        { name: 'reuters.txt', content: textOf('reuters-2021-07') },
        { name: 'copy.txt', content: content.replaceAll('\n', '\r\n') },
        { name: 'changed.txt', content: `${content} ` },
      );
      await becomes(() => count(tab, '.original .fault'), 2);
      expect(await text(tab, '.original li')).toContain('This statement has no passage in it.');
      const faults = await text(tab, '.original [role=alert]');
      for (const part of [
        '“copy.txt” has the words of Luxemburger Wort',
        '“changed.txt” is a text of 6,817 characters',
      ])
        expect(faults).toContain(part);
      expect(faults).toContain('Expected: Luxemburger Wort, 6,816 characters.');
      expect(await count(tab, '.passage'), 'nothing is shown').toBe(0);
    },
  );

  test('what is no document is refused with its reason, and one that is too large unread', async () => {
    const tab = await openClaim(claim.id);
    await give(
      tab,
      'choose',
      { name: 'empty.txt', content: '' },
      { name: 'picture.png', content: '\u0089PNG\r\n\u001A\n\0\0' },
      { name: 'book.txt', content: 'x'.repeat(1000), times: 2001 },
    );
    await becomes(() => count(tab, '.original .fault'), 3);
    const faults = await text(tab, '.original [role=alert]');
    for (const part of [
      '“empty.txt” is empty.',
      '“picture.png” is not plain text in UTF-8.',
      '“book.txt” is larger than 2 MB and was not read.',
    ])
      expect(faults).toContain(part);
  });

  test('axe finds nothing in it, and nothing runs out of a window of 320 px', async () => {
    const tab = await openClaim(claim.id, 320);
    await give(tab, 'choose', { name: `${'long-name-'.repeat(20)}.txt`, content: 'Else.' });
    await becomes(() => count(tab, '.original .fault'), 1);
    expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await faultsOf(tab)).toEqual([]);
  });
});
