/**
 * Real pages that have nothing to do with the affair, where they lie beside the project. Nothing on them is marked; and when a
 * sentence of the affair is added, so that the annotator does run, not a character of the page's markup changes.
 */
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesOf, serve, type Site } from '../../scripts/serve.ts';
import type { Session, Tab } from '../../scripts/session.ts';
import { aWhile, inBothBrowsers, longestWaitMs, markedNames, markup, openBrowser, root } from './harness.ts';

const folder = resolve(root, '../shared/pages');
const here = existsSync(folder);
const pages = here ? readdirSync(folder).filter((name) => name.endsWith('.html')) : [];
/** The pages' own scripts and requests would make them different at every load. */
const STILL = { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:" };

describe.skipIf(!here)(`real pages${here ? '' : ` (skipped: ${folder} is not here)`}`, () => {
  inBothBrowsers('real pages', (family) => {
    let site: Site;
    let annotated: Session;
    let bare: Session;
    let tab: Tab;
    let same: Tab;

    beforeAll(async () => {
      site = await serve(filesOf(folder, STILL));
      [annotated, bare] = await Promise.all([openBrowser(family, 'e2e'), openBrowser(family, null)]);
      [tab, same] = await Promise.all([annotated.open('about:blank'), bare.open('about:blank')]);
    });
    afterAll(async () => {
      await Promise.all([annotated?.close(), bare?.close(), site?.close()]);
    });

    const isThird = (page: string): boolean => pages.indexOf(page) % 3 === 0;

    // The reading and painting are the same code: the second browser gets every third page. So does the browser without Bridle; the other
    // pages are compared with what they were when the sentence came.
    test.each(pages.filter((page) => family === 'chromium' || isThird(page)))('%s', async (page) => {
      const opened = isThird(page) ? [tab, same] : [tab];
      await Promise.all(opened.map((each) => each.goto(`${site.origin}/${page}`)));
      await aWhile();
      expect(await markedNames(tab), 'nothing is marked').toEqual([]);
      await Promise.all(opened.map((each) => each.evaluate(addSentence)));
      const before = await markup(opened.at(-1)!);
      await expect
        .poll(() => markedNames(tab), { timeout: longestWaitMs })
        .toEqual(expect.arrayContaining(['NSOGroup', 'Pegasus']));
      expect((await markup(tab)).html === before.html, 'the markup is the same').toBe(true);
    });
  });
});

/** Runs in the page. */
function addSentence(): void {
  const sentence = document.createElement('p');
  sentence.textContent = 'NSO Group sells the spyware Pegasus.';
  sentence.style.cssText = 'all: initial; display: block';
  document.body.prepend(sentence);
}
