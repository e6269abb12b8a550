/** What stands between Bridle and those who mean it ill, tried from where they stand. docs/security.md says which test holds what. */
import { compileLexicon } from '../../data/compile.ts';
import { readFactBase } from '../../data/read.ts';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { serve, type Site } from '../../scripts/serve.ts';
import type { Session, Tab } from '../../scripts/session.ts';
import { floodFromPage, readDossiers, sendFromPage, storageFromPage, tabNumber } from './extension.ts';
import { becomes, inBothBrowsers, markedNames, openBrowser } from './harness.ts';
import { resetStorage, setStored, stored } from './surfaces.ts';

const ARTICLE = '<!doctype html><html lang="en"><title>The corridor</title><p>NSO Group sells the spyware Pegasus.</p>';
const SURFACES = ['popup.html', 'options.html', 'facts.html', 'sidepanel.html', 'welcome.html', 'journal.html'];

/** What a page's script would send that an attacker has taken over: its messages are the only way into the background. */
const FORGED: unknown[] = [
  null,
  'marks',
  { ask: '__proto__', sent: null },
  { ask: 'marks', sent: { revision: 0, at: 0, remove: 0, insert: { length: 1e9 }, more: false } },
  { ask: 'marks', sent: { revision: 0, at: 5, remove: 9_000_000, insert: [7], more: false } },
  { ask: 'card', sent: { target: '{"entity":"__proto__","alias":"<img src=x onerror=alert(1)>"}', words: null } },
  { ask: 'card', sent: { target: '{"claims":[["constructor","restates"]]}', words: null } },
  { ask: 'hidden', sent: [-1, 'x'] },
  { ask: 'mute', sent: { target: '{"entity":"pegasus","alias":"no such name"}', where: 'everywhere', isMuted: true } },
  { ask: 'mute', sent: { target: { toString: 'x' }, where: 'here', isMuted: true } },
  { ask: 'dossiers', sent: { tabId: { valueOf: 1 } } },
  { type: 'stop', origins: ['<all_urls>'] },
  { changed: '__proto__' },
];

inBothBrowsers('security', (family) => {
  let site: Site;
  let session: Session;
  let inside: Tab;

  beforeAll(async () => {
    site = await serve(async (path) => (path.endsWith('.html') ? { body: ARTICLE } : null));
    session = await openBrowser(family, 'e2e', { asForReaders: true });
    inside = await session.openExtension('options.html');
  });
  afterAll(async () => {
    await Promise.all([session?.close(), site?.close()]);
  });

  async function openArticle(): Promise<Tab> {
    const tab = await session.open(`${site.origin}/article.html`);
    onTestFinished(() => tab.close());
    await becomes(() => markedNames(tab), ['NSOGroup', 'Pegasus'], 'annotated');
    return tab;
  }

  test.each(SURFACES)('%s refuses text as markup and as code', async (surface) => {
    const page = await session.openExtension(surface);
    onTestFinished(() => page.close());
    const outcomes = await page.evaluate(() => {
      const roads: (() => unknown)[] = [
        () => {
          document.body.innerHTML = '<b>x</b>';
        },
        () => {
          document.body.insertAdjacentHTML('beforeend', '<b>x</b>');
        },
        () => {
          document.createElement('script').text = 'x';
        },
        () => {
          (
            globalThis as unknown as { trustedTypes: { createPolicy(name: string, rules: object): void } }
          ).trustedTypes.createPolicy('default', {});
        },
      ];
      return roads.map((road) => {
        try {
          road();
          return 'done';
        } catch (error) {
          return (error as Error).name;
        }
      });
    });
    expect(outcomes).toEqual(['TypeError', 'TypeError', 'TypeError', 'TypeError']);
  });

  test('a page finds no door: no file of the extension, no interface', async () => {
    const tab = await openArticle();
    const base = await inside.evaluate(() => location.origin);
    const found = await tab.evaluate(async (origin) => {
      const outcome = (load: (done: (what: string) => void) => void) => new Promise<string>(load);
      const picture = outcome((done) => {
        const image = new Image();
        image.onload = () => done('a picture');
        image.onerror = () => done('');
        image.src = `${origin}/icons/16.png`;
      });
      const script = outcome((done) => {
        const element = document.createElement('script');
        element.onload = () => done('a script');
        element.onerror = () => done('');
        element.src = `${origin}/gate.js`;
        document.head.append(element);
      });
      const file = fetch(`${origin}/manifest.json`).then(
        () => 'a file',
        () => '',
      );
      const scope = globalThis as unknown as Record<
        'chrome' | 'browser',
        { runtime?: { sendMessage?: unknown; id?: unknown } } | undefined
      >;
      const doors = [scope.chrome, scope.browser].map((api) =>
        api?.runtime?.sendMessage || api?.runtime?.id ? 'an interface' : '',
      );
      return [...(await Promise.all([picture, script, file])), ...doors].filter(Boolean);
    }, base);
    expect(found).toEqual([]);
  });

  test('forged messages change nothing, store nothing, and the background lives on', async () => {
    onTestFinished(() => resetStorage(inside));
    const tab = await openArticle();
    const number = await tabNumber(inside, site.origin);
    const before = await stored(inside, null);
    const answers = await sendFromPage(inside, number, FORGED);
    expect(
      answers.filter((answer) => answer !== null && answer !== 'unknown'),
      'nothing is answered',
    ).toEqual([]);
    expect(await stored(inside, null)).toEqual(before);
    expect(await readDossiers(inside, await inside.evaluate(() => location.href))).toEqual([]);
    // What it was told of the page before is gone; the page tells it again when it next changes.
    await tab.evaluate(() => document.body.append('Pegasus'));
    await becomes(() => markedNames(tab), ['NSOGroup', 'Pegasus', 'Pegasus'], 'the page goes on');
  });

  test('a page’s script learns of no other page, and of no list of the reader’s', async () => {
    onTestFinished(() => resetStorage(inside));
    await inside.evaluate(() =>
      (globalThis.browser ?? chrome).storage.sync.set({ 'settings:sites': { off: ['secret.example'] } }),
    );
    await openArticle();
    const number = await tabNumber(inside, site.origin);
    const answers = await sendFromPage(inside, number, [
      { ask: 'dossiers', sent: { tabId: number } },
      { ask: 'marks', sent: { revision: 0, at: 0, remove: 0, insert: ['NSO Group sells Pegasus.'], more: false } },
      { ask: 'settings', sent: null },
    ]);
    expect(answers[0]).toBe(null);
    expect(answers[2]).toBe(null);
    expect(Object.keys((answers[1] as { choices: object }).choices).toSorted()).toEqual([
      'cardKey',
      'density',
      'dwellMs',
      'isHidden',
      'markStyle',
      'sentences',
      'ticks',
    ]);
    expect(JSON.stringify(answers)).not.toContain('secret.example');
  });

  test('a page’s script that asks without end, and for all that fits, keeps no other page waiting', async () => {
    const busy = await openArticle();
    const number = await tabNumber(inside, site.origin);
    const heavy = 'NSO Group denies that Pegasus was sold to anybody. '.repeat(160);
    const sent = { revision: 0, at: 0, remove: 0, insert: Array.from({ length: 24 }, () => heavy), more: false };
    const flood = floodFromPage(inside, number, { ask: 'marks', sent }, 60);
    // Where the test fails, its page is closed under the flood.
    flood.catch(() => undefined);
    const endless = { ...sent, insert: Array.from({ length: 500 }, () => heavy) };
    const other = await session.open(`${site.origin}/other.html`);
    onTestFinished(() => other.close());
    await becomes(() => markedNames(other), ['NSOGroup', 'Pegasus'], 'annotated beside it');
    expect(await flood, 'answers').toBe(60);
    expect(
      await sendFromPage(inside, number, [{ ask: 'marks', sent: endless }]),
      'what is too large is not read',
    ).toEqual([null]);
    expect(busy.errors).toEqual([]);
  });

  test('well-formed messages from a taken-over page: bounded mutes of known names, no un-mute, no other page’s dossier', async () => {
    onTestFinished(() => resetStorage(inside));
    const own = [
      { alias: 'Pegasus', site: null },
      { alias: 'NSO', site: '127.0.0.1' },
    ];
    await openArticle();
    const tabId = await tabNumber(inside, `${site.origin}/article.html`);
    await setStored(inside, { 'settings:muted': own, 'settings:sites': { off: ['secret.example'] } });
    const ask = (name: string, sent: unknown) => ({ ask: name, sent });
    const mute = (alias: string, where: string, isMuted: boolean) =>
      ask('mute', { target: JSON.stringify({ entity: 'nso-group', alias }), where, isMuted });
    const names = [
      ...new Set(compileLexicon(readFactBase()).entities.flatMap(({ aliases }) => aliases.map(({ text }) => text))),
    ]
      .filter((alias) => !own.some((entry) => entry.alias === alias))
      .slice(0, 120);
    expect(names, 'names enough to try').toHaveLength(120);

    const reads = [
      ask('dossiers', { tabId }),
      ask('settings', null),
      { type: 'settings' },
      ask('stop', { origins: ['<all_urls>'] }),
    ];
    expect(await sendFromPage(inside, tabId, reads), 'a page asks for no dossier and no settings').toEqual([
      null,
      null,
      null,
      null,
    ]);
    const unmutes = own.map(({ alias, site: where }) => mute(alias, where === null ? 'everywhere' : 'here', false));
    expect(await sendFromPage(inside, tabId, unmutes), 'what the reader muted stays muted').toEqual([null, null]);
    const answers = await sendFromPage(
      inside,
      tabId,
      names.map((alias, at) => mute(alias, at % 2 ? 'here' : 'everywhere', true)),
    );
    expect(answers.filter(Boolean).length).toBe(50);
    const after = (await stored(inside, 'settings:muted')) as { site: string | null; from?: string }[];
    expect(after.slice(0, 2), 'the reader’s own come first and are whole').toEqual(own);
    expect(
      after.slice(2).every(({ from }) => from === '127.0.0.1'),
      'the rest says where it is from',
    ).toBe(true);
    expect(after.filter(({ site: where, from }) => from && where === null)).toHaveLength(20);
    expect(await stored(inside, 'settings:sites')).toEqual({ off: ['secret.example'] });
  });

  test('scripts on pages get nothing of what is stored, where the browser can keep it from them', async () => {
    onTestFinished(() => resetStorage(inside));
    await openArticle();
    await setStored(inside, { 'settings:sites': { off: ['secret.example'] } });
    const read = await storageFromPage(inside, await tabNumber(inside, `${site.origin}/article.html`));
    const canClose = await inside.evaluate(
      () =>
        'setAccessLevel' in ((globalThis.browser ?? chrome) as unknown as { storage: { sync: object } }).storage.sync,
    );
    expect(canClose || family === 'firefox', 'Chromium can').toBe(true);
    expect(read.session).toBe('refused');
    if (canClose) expect(read).toEqual({ sync: 'refused', local: 'refused', session: 'refused' });
  });

  test('a file of 100 MB is refused without being read', async () => {
    const options = await session.openExtension('options.html');
    onTestFinished(() => options.close());
    await becomes(() => options.evaluate(() => document.querySelectorAll('input[type=file]').length), 1);
    const wasRead = await options.evaluate(() => {
      const file = new File(
        Array.from({ length: 100 }, () => new Uint8Array(1_000_000)),
        'large.json',
        { type: 'application/json' },
      );
      let isRead = false;
      for (const way of ['text', 'arrayBuffer', 'stream'] as const)
        Object.defineProperty(file, way, {
          value: () => {
            isRead = true;
            return new Promise(() => {});
          },
        });
      const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
      Object.defineProperty(input, 'files', { value: [file] });
      input.dispatchEvent(new Event('change', { bubbles: true }));
      return new Promise<boolean>((done) => {
        const shown = setInterval(() => {
          if (!document.querySelector('#backup .fault')!.textContent) return;
          clearInterval(shown);
          done(isRead);
        }, 50);
      });
    });
    expect(wasRead).toBe(false);
    expect(await options.evaluate(() => document.querySelector('#backup .fault')!.textContent)).toContain(
      'larger than 1 MB',
    );
  });
});
