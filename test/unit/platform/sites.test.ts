/** Access, switches and registration together, over a browser that refuses what real ones refuse. */
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepGateRegistered, registerGate } from '../../../platform/gate-registration.ts';
import { readSettings } from '../../../platform/settings.ts';
import { MAX_SITES } from '../../../platform/settings-values.ts';
import { siteOf } from '../../../platform/site.ts';
import { allow, switchOff, switchOn, withdraw } from '../../../platform/site-switch.ts';
import { guardStorage } from '../../../platform/stored.ts';

interface Registration {
  id: string;
  matches: string[];
  excludeMatches: string[];
}

let granted: Set<string>;
let registered: Registration[];
/** Patterns that this browser does not take although a name may be like that. */
let refused: string[];
const openOptionsPage = vi.fn(async () => undefined);

beforeEach(() => {
  fakeBrowser.reset();
  granted = new Set();
  registered = [];
  refused = [];
  openOptionsPage.mockClear();
  const take = (origins: string[]) => {
    if (origins.some((origin) => refused.includes(origin))) throw new Error('Invalid value for origin pattern');
  };
  const keep = ([script]: Registration[]) => {
    take([...script!.matches, ...script!.excludeMatches]);
    registered = [script!];
  };
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({}), openOptionsPage });
  Object.assign(fakeBrowser.permissions, {
    getAll: async () => ({ origins: [...granted] }),
    contains: async ({ origins }: { origins: string[] }) => {
      take(origins);
      return origins.every((origin) => granted.has(origin));
    },
    request: async ({ origins }: { origins: string[] }) => {
      for (const origin of origins) granted.add(origin);
      return true;
    },
    remove: async ({ origins }: { origins: string[] }) => {
      for (const origin of origins) granted.delete(origin);
      return true;
    },
  });
  Object.assign(fakeBrowser.scripting, {
    getRegisteredContentScripts: async () => registered,
    registerContentScripts: async (scripts: Registration[]) => keep(scripts),
    updateContentScripts: async (scripts: Registration[]) => keep(scripts),
    unregisterContentScripts: async () => {
      registered = [];
    },
  });
});

const stateOf = async (address: string) => (await siteOf(address)).state;
const off = async () => (await readSettings()).sites.off;

test('a site that is switched off is off with www. and without, on every port, and below', async () => {
  granted.add('*://*/*');
  await withdraw((await siteOf('https://www.wort.lu/')).host);
  const addresses = ['http://wort.lu/', 'https://www.wort.lu/', 'https://m.wort.lu:8443/', 'https://wort.lu./'];
  for (const address of addresses) expect(await stateOf(address), address).toBe('off');
  expect(await stateOf('https://answort.lu/')).toBe('on');
  await registerGate();
  expect(registered[0]!.excludeMatches).toEqual(['*://*.wort.lu/*']);
});

test('a page below a site that is off is switched on with it', async () => {
  granted.add('*://*/*');
  await switchOff('wort.lu');
  await switchOn((await siteOf('https://m.wort.lu/')).host);
  expect(await stateOf('https://wort.lu/')).toBe('on');
});

test('access to a site is given and taken back as a whole', async () => {
  await allow((await siteOf('https://www.wort.lu/')).host);
  expect([await stateOf('https://wort.lu/'), await stateOf('https://www.wort.lu/')]).toEqual(['on', 'on']);
  await withdraw('wort.lu');
  expect([...granted]).toEqual([]);
  expect(await off()).toEqual([]);
});

test.each(['127.0.0.1', '[::1]', 'localhost'])('%s is a site by itself', async (host) => {
  await allow(host);
  expect([...granted]).toEqual([`*://${host}/*`]);
  expect(await stateOf(`http://${host}:8080/`)).toBe('on');
});

test('one site whose pattern the browser does not take stops no other, and stays off', async () => {
  granted.add('*://*/*');
  refused = ['*://[::1]/*'];
  for (const site of ['a.example', '[::1]', 'b.example']) await switchOff(site);
  await registerGate();
  expect(registered[0]!.excludeMatches).toEqual(['*://*.a.example/*', '*://*.b.example/*']);
  expect(await stateOf('http://[::1]/')).toBe('off');
});

test('the registration that stands stays until a new one holds', async () => {
  granted.add('*://*.a.example/*');
  await registerGate();
  refused = ['*://*.b.example/*'];
  granted.add('*://*.b.example/*');
  await expect(registerGate()).rejects.toThrow('Invalid');
  expect(registered[0]!.matches).toEqual(['*://*.a.example/*']);
});

test('a background that starts with access and no gate registers it: it may have been ended before it heard of an update', async () => {
  const noEvents = { addListener: () => undefined };
  Object.assign(fakeBrowser.permissions, { onAdded: noEvents, onRemoved: noEvents });
  Object.assign(fakeBrowser.runtime, { onInstalled: noEvents });
  granted.add('*://news.example/*');
  keepGateRegistered();
  await vi.waitFor(() => expect(registered).toMatchObject([{ matches: ['*://news.example/*'] }]));
});

test('a full list loses no site: the one too many is refused, and the reader is told', async () => {
  granted.add('*://*/*');
  const sites = Array.from({ length: MAX_SITES }, (_, at) => `s${at}.example`);
  await fakeBrowser.storage.local.set({ 'settings:sites': { off: sites } });
  expect(await switchOff('one.too.many.example')).toBe(false);
  expect(await switchOff('s7.example'), 'is off already').toBe(true);
  expect(await off()).toEqual(sites);
  await withdraw('another.example');
  expect(openOptionsPage).toHaveBeenCalledOnce();
  expect(await off()).toEqual(sites);
});

test('the 201st site is kept with all before it', async () => {
  for (let at = 0; at <= 200; at++) await switchOff(`s${at}.example`);
  expect(await off()).toHaveLength(201);
});

test('what is stored is closed to pages, in every area where the browser can', () => {
  const levels: unknown[] = [];
  for (const area of ['sync', 'local', 'session'] as const)
    Object.assign(fakeBrowser.storage[area], {
      setAccessLevel: async ({ accessLevel }: { accessLevel: string }) => void levels.push([area, accessLevel]),
    });
  guardStorage();
  expect(levels).toEqual(['sync', 'local', 'session'].map((area) => [area, 'TRUSTED_CONTEXTS']));
});
