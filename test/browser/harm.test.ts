/**
 * Real pages that have nothing to do with the affair, where they lie beside the project: no mark on any of them, and also when a
 * sentence of the affair is added to the page, so that the annotator does run, not a character of the page's markup changes.
 */
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesOf, serve, type Site } from '../../scripts/serve.ts';
import type { Session } from '../../scripts/session.ts';
import { aWhile, inBothBrowsers, markedNames, markup, openBrowser, root } from './harness.ts';

const folder = resolve(root, '../shared/pages');
const here = existsSync(folder);
const pages = here ? readdirSync(folder).filter((name) => name.endsWith('.html')) : [];
/** Pages that do speak of the affair, with the names on them. */
const OF_THE_AFFAIR: Record<string, string[]> = {};
/** The pages' own scripts and requests would make them different at every load. */
const STILL = { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:" };
const SENTENCE = '<p>NSO Group sells the spyware Pegasus.</p>';

describe.skipIf(!here)(`real pages${here ? '' : ` (skipped: ${folder} is not here)`}`, () => {
  inBothBrowsers('real pages', (family) => {
    let site: Site;
    let annotated: Session;
    let bare: Session;

    beforeAll(async () => {
      const files = filesOf(folder, STILL);
      site = await serve(async (path) => {
        const file = await files(path.replace(/^\/with-sentence/, ''));
        return file && path.startsWith('/with-sentence') ? { ...file, body: Buffer.concat([Buffer.from(file.body), Buffer.from(SENTENCE)]) } : file;
      });
      [annotated, bare] = await Promise.all([openBrowser(family, 'e2e'), openBrowser(family, null)]);
    });
    afterAll(async () => {
      await Promise.all([annotated?.close(), bare?.close(), site?.close()]);
    });

    test.each(pages)('%s: nothing is marked', async (page) => {
      const tab = await annotated.open(`${site.origin}/${page}`);
      await aWhile();
      expect(await markedNames(tab)).toEqual(OF_THE_AFFAIR[page] ?? []);
      await tab.close();
    });

    test.each(pages)('%s: the annotator changes nothing', async (page) => {
      const tab = await annotated.open(`${site.origin}/with-sentence/${page}`);
      const same = await bare.open(`${site.origin}/with-sentence/${page}`);
      await expect.poll(() => markedNames(tab), { timeout: 10_000 }).toEqual(expect.arrayContaining(['NSOGroup', 'Pegasus']));
      expect((await markup(tab)).html === (await markup(same)).html, 'the markup is the same').toBe(true);
      await Promise.all([tab.close(), same.close()]);
    });
  });
});
