/** Where the gate runs, and where it does not, seen from the pages' own scripts. */
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { serve, type Site } from '../../scripts/serve.ts';
import type { Session, Tab } from '../../scripts/session.ts';
import { aWhile, becomes, inBothBrowsers, markedNames, openBrowser } from './harness.ts';
import { registeredGate, scriptsOn, tabNumber } from './extension.ts';
import { resetStorage, setStored } from './surfaces.ts';

const ARTICLE = '<!doctype html><html lang="en"><title>The corridor</title><p>NSO Group sells the spyware Pegasus.</p>';
const FOGGY = '<!doctype html><html lang="en"><title>The weather</title><p>Fog on the river.</p>';

inBothBrowsers('sites', (family) => {
  let site: Site;
  let session: Session;
  let inside: Tab;

  beforeAll(async () => {
    site = await serve(async (path) => {
      if (path === '/article') return { body: ARTICLE };
      return path === '/fog' ? { body: FOGGY } : null;
    });
    session = await openBrowser(family, 'e2e');
    inside = await session.openExtension('options.html');
  });
  afterAll(async () => {
    await Promise.all([session?.close(), site?.close()]);
  });

  async function open(path: string): Promise<Tab> {
    const tab = await session.open(`${site.origin}${path}`);
    onTestFinished(() => tab.close());
    return tab;
  }
  const scripts = async (path: string) => scriptsOn(inside, await tabNumber(inside, `${site.origin}${path}`));

  test('the gate stays off a site that is switched off', async () => {
    onTestFinished(() => resetStorage(inside));
    await open('/fog');
    await becomes(() => scripts('/fog'), ['gate'], 'on: the gate waits for the affair');
    await setStored(inside, { 'settings:sites': { off: ['127.0.0.1'] } });
    await becomes(async () => (await registeredGate(inside))?.excludeMatches, ['*://127.0.0.1/*'], 'registered anew');
    const article = await open('/article');
    await aWhile();
    expect(await scripts('/article'), 'neither gate nor annotator').toEqual([]);
    expect(await markedNames(article)).toEqual([]);
  });

  test('odd hosts among those that are off, as another device may send them, stop no page', async () => {
    onTestFinished(() => resetStorage(inside));
    await setStored(inside, { 'settings:sites': { off: ['[:]', '999.1.1.1', 'kept.example', '[::1]'] } });
    await becomes(
      async () => (await registeredGate(inside))?.excludeMatches?.includes('*://*.kept.example/*'),
      true,
      'the others are registered',
    );
    const article = await open('/article');
    await becomes(() => markedNames(article), ['NSOGroup', 'Pegasus'], 'annotated');
  });
});
