/** Nothing leaves the browser, and nothing is read that the reader did not allow. Seen from outside: by server and proxy. */
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { Family } from '../../scripts/browsers.ts';
import type { Site } from '../../scripts/serve.ts';
import { gateCount } from './extension.ts';
import { serveFixtures } from './fixtures.ts';
import { aWhile, becomes, inBothBrowsers, markedNames, markup, openBrowser } from './harness.ts';
import { openWitness, type Witness } from './witness.ts';

/** What the browsers themselves ask for in a fresh profile. */
const THEIR_OWN: Record<Family, RegExp> = {
  chromium: /(^|\.)(google|googleapis|gvt1)\.com(:\d+)?$/,
  firefox: /(^|\.)(mozilla\.(com|net|org)|firefox\.com)(:\d+)?$/,
};

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
    const session = await openBrowser(family, 'e2e', witness.address);
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
    const session = await openBrowser(family, 'production');
    onTestFinished(() => session.close());
    const inside = await session.openExtension('popup.html');
    const tab = await session.open(`${site.origin}/article.html`);
    await aWhile();
    expect(await gateCount(inside)).toBe(0);
    expect(await markedNames(tab)).toEqual([]);
    expect((await markup(tab)).hosts).toBe(0);
  });

  test('the page cannot look into the card', async () => {
    const session = await openBrowser(family, 'granted');
    onTestFinished(() => session.close());
    const tab = await session.open(`${site.origin}/article.html`);
    await becomes(async () => (await markedNames(tab)).length, 5);
    await session.command('next-mention');
    await becomes(() => tab.evaluate(() => document.activeElement?.localName ?? ''), 'bridle-card', 'the card is open');
    expect(await tab.evaluate(() => document.querySelector('bridle-card')!.shadowRoot)).toBe(null);
  });
});
