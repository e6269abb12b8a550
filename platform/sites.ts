/**
 * Where Bridle may run: the access that the reader gave, less the sites that the reader switched off. The gate is registered for
 * exactly that, and a change takes effect at once in open tabs too.
 */
import { browser, type Tabs } from './browser.ts';
import { CLOSED_HOSTS } from './closed-hosts.ts';
import { covers, hostOfPattern, patternOf, sitePatternOf } from './match-pattern.ts';
import type { TabMessage } from './messages.ts';
import { changeSettings, itemOf, readSettings } from './settings.ts';
import { parseSettings } from './settings-values.ts';

const GATE = 'gate';
const GATE_FILES = ['/gate.js'];
const ANNOTATOR_FILES = ['/annotator.js'];
const MARKS_FILES = ['/assets/marks.css'];
const EVERYWHERE = ['*://*/*'];

/** `impossible`: no extension may run there. `none`: no access given. `off`: switched off by the reader. */
export type SiteState = 'on' | 'off' | 'none' | 'impossible';

export interface Site {
  host: string;
  state: SiteState;
}

/** What a page's address allows. Without `activeTab` or access to the host a tab keeps its address to itself: `none` then. */
export async function siteOf(address: string | undefined): Promise<Site> {
  const url = address && URL.canParse(address) ? new URL(address) : null;
  if (!url) return { host: '', state: 'impossible' };
  const { hostname: host, origin, protocol } = url;
  if ((protocol !== 'http:' && protocol !== 'https:') || CLOSED_HOSTS.includes(host))
    return { host, state: 'impossible' };
  const [granted, settings] = await Promise.all([grantedPatterns(), readSettings()]);
  if (!granted.some((pattern) => covers(pattern, origin))) return { host, state: 'none' };
  return { host, state: settings.sites.off.includes(host) ? 'off' : 'on' };
}

/** Asks for access and switches on. Must be called within a click. Answers whether the reader agreed. */
export async function allow(host: string): Promise<boolean> {
  const granted = await browser.permissions.request({ origins: [patternOf(host)] });
  if (granted) await switchOn(host);
  return granted;
}

/** Switches a site on again that the reader switched off while the access stayed. */
export async function switchOn(host: string): Promise<void> {
  await changeSettings((settings) => ({
    ...settings,
    sites: { off: settings.sites.off.filter((off) => off !== host) },
  }));
}

/** The access that the reader has given: to every site, and to these hosts with what is below them. */
export async function readAccess(): Promise<{ everywhere: boolean; hosts: string[] }> {
  const patterns = await grantedPatterns();
  const hosts = patterns.map(hostOfPattern).filter((host) => host !== '*');
  return { everywhere: hosts.length < patterns.length, hosts: [...new Set(hosts)].sort() };
}

/** Asks for access to hosts and all that is below them, in one prompt. Must be called within a click. Answers whether the reader agreed. */
export async function allowSites(hosts: readonly string[]): Promise<boolean> {
  const granted = await browser.permissions.request({ origins: hosts.map(sitePatternOf) });
  if (granted)
    await changeSettings((settings) => ({
      ...settings,
      sites: { off: settings.sites.off.filter((off) => !hosts.includes(off)) },
    }));
  return granted;
}

/** Asks for several at once, in one prompt. Must be called within a click. */
export async function allowTo({
  everywhere,
  hosts,
}: {
  everywhere: boolean;
  hosts: readonly string[];
}): Promise<boolean> {
  return browser.permissions.request({ origins: everywhere ? EVERYWHERE : hosts.map(sitePatternOf) });
}

/**
 * Asks for access to hosts, and gives back all other access. Must be called within a click. Where the reader had given access to every
 * site, a browser may take the hosts for given and drop them with it; then they are asked for again.
 */
export async function allowOnly(hosts: readonly string[]): Promise<boolean> {
  if (!(await allowSites(hosts))) return false;
  const wanted = hosts.map(sitePatternOf);
  await withdrawPatterns((pattern) => !wanted.includes(pattern));
  const left = await grantedPatterns();
  return wanted.every((pattern) => left.includes(pattern)) || allowSites(hosts).catch(() => false);
}

/** Gives all access back: Bridle runs on a click only. */
export const withdrawAll = (): Promise<void> => withdrawPatterns(() => true);

/** Asks for access to every site. Must be called within a click. Answers whether the reader agreed. */
export const allowEverywhere = (): Promise<boolean> => browser.permissions.request({ origins: EVERYWHERE });

/** Gives the access to every site back; that to single hosts stays. */
export async function withdrawEverywhere(): Promise<void> {
  await withdrawPatterns((pattern) => hostOfPattern(pattern) === '*');
}

/** Keeps Bridle off a site, whatever access it has. */
export async function switchOff(host: string): Promise<void> {
  await changeSettings((settings) => ({ ...settings, sites: { off: [...settings.sites.off, host] } }));
}

/** Gives the access to a host back, or keeps it off where a wider access (all sites) covers it. */
export async function withdraw(host: string): Promise<void> {
  await withdrawPatterns((pattern) => hostOfPattern(pattern) === host);
  const stillCovered = (await grantedPatterns()).some((pattern) =>
    ['http', 'https'].some((scheme) => covers(pattern, `${scheme}://${host}`)),
  );
  if (stillCovered) await switchOff(host);
}

/** A manifest's own host permissions cannot be removed, and one of them would keep the browser from removing the others with it. */
async function withdrawPatterns(isMeant: (pattern: string) => boolean): Promise<void> {
  const required = browser.runtime.getManifest().host_permissions ?? [];
  const origins = (await grantedPatterns()).filter((pattern) => isMeant(pattern) && !required.includes(pattern));
  if (origins.length > 0) await browser.permissions.remove({ origins });
}

/** Annotates the page of a tab once, whatever it speaks of; the click that led here carries `activeTab`. */
export async function annotateNow(tabId: number): Promise<void> {
  await inject({ tabId, allFrames: true }, ANNOTATOR_FILES);
}

/** Starts the annotator in the frame whose gate saw the affair; not where the reader has switched the site off meanwhile. */
export async function annotateFrame(tabId: number, frameId: number): Promise<void> {
  const { url } = await browser.tabs.get(tabId);
  if ((await siteOf(url)).state === 'off') return;
  await inject({ tabId, frameIds: [frameId] }, ANNOTATOR_FILES);
}

/** Keeps the gate's registration and the open tabs in step with permissions and settings. For the background, once. */
export function keepSites(): void {
  let last: Promise<void> = Promise.resolve();
  // One after the other: two registrations at once would collide. A failure must not block what comes after it.
  const queue = (change: () => Promise<void>) => {
    last = last.then(change).catch((error) => console.warn('Bridle could not renew its registration', error));
  };
  browser.runtime.onInstalled.addListener(() =>
    queue(async () => {
      await register();
      await open(await grantedPatterns());
    }),
  );
  browser.runtime.onStartup.addListener(() => queue(register));
  browser.permissions.onAdded.addListener(({ origins = [] }) =>
    queue(async () => {
      await register();
      await open(origins);
    }),
  );
  browser.permissions.onRemoved.addListener(({ origins = [] }) =>
    queue(async () => {
      await register();
      await stop(origins);
    }),
  );
  browser.storage.onChanged.addListener((changes) => {
    const { oldValue, newValue } = changes[itemOf('sites')] ?? {};
    const [before, after] = [offHosts(oldValue), offHosts(newValue)];
    const touched = [...before, ...after].filter((host) => before.includes(host) !== after.includes(host));
    if (touched.length === 0) return;
    queue(async () => {
      await register();
      // A copy that only moves from one area to the other changes nothing, so what holds now is asked for.
      const { off } = (await readSettings()).sites;
      await stop(touched.filter((host) => off.includes(host)).map(patternOf));
      await open(touched.filter((host) => !off.includes(host)).map(patternOf));
    });
  });
}

async function register(): Promise<void> {
  const [matches, settings] = await Promise.all([grantedPatterns(), readSettings()]);
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [GATE] });
  if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [GATE] });
  if (matches.length === 0) return;
  const gate = {
    id: GATE,
    js: GATE_FILES,
    // Present from the start: a highlight's style that comes later makes the browser compute every style of the page again.
    css: MARKS_FILES,
    matches,
    excludeMatches: settings.sites.off.map(patternOf),
    allFrames: true,
    matchOriginAsFallback: true,
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
  };
  await browser.scripting.registerContentScripts([gate]);
}

/** Lets the gate look at pages that are open already. */
async function open(patterns: string[]): Promise<void> {
  const origins = patterns.filter((pattern) => /^(\*|https?):/.test(pattern) || pattern === '<all_urls>');
  if (origins.length === 0) return;
  const tabs = await browser.tabs.query({ url: origins });
  for (const tab of tabs) {
    const { state } = await siteOf(tab.url);
    if (tab.id !== undefined && state === 'on') await inject({ tabId: tab.id, allFrames: true }, GATE_FILES);
  }
}

/** Ends Bridle on open pages. They find out themselves whether they are meant: their address is no longer ours to read. */
async function stop(origins: string[]): Promise<void> {
  if (origins.length === 0) return;
  await tellAllTabs({ type: 'stop', origins });
}

/** Sends to the scripts of all tabs. */
export async function tellAllTabs(message: TabMessage): Promise<void> {
  await tellTabs(await browser.tabs.query({}), message);
}

async function tellTabs(tabs: Tabs.Tab[], message: TabMessage): Promise<void> {
  await Promise.all(tabs.flatMap(({ id }) => (id === undefined ? [] : tellTab(id, message))));
}

/** Sends to the scripts of a tab, or of one frame, and waits for the first that answers. No error where none of them listens. */
export async function tellTab(tabId: number, message: TabMessage, frameId?: number): Promise<void> {
  await browser.tabs.sendMessage(tabId, message, frameId === undefined ? {} : { frameId }).catch(() => undefined);
}

/** A tab may be closed, discarded or show a page that no extension may touch: nothing is lost then. */
async function inject(
  target: { tabId: number; allFrames?: boolean; frameIds?: number[] },
  files: string[],
): Promise<void> {
  try {
    await browser.scripting.insertCSS({ target, files: MARKS_FILES });
    await browser.scripting.executeScript({ target, files });
  } catch (error) {
    console.debug('Bridle could not start on this page', error);
  }
}

async function grantedPatterns(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((origin) => origin === '<all_urls>' || /^(\*|https?):\/\//.test(origin));
}

const offHosts = (sites: unknown): string[] => parseSettings({ sites }).sites.off;

/** Calls back when the reader gives or takes back access, in whatever surface. */
export function watchPermissions(onChange: () => void, signal: AbortSignal): void {
  const listener = () => onChange();
  for (const event of [browser.permissions.onAdded, browser.permissions.onRemoved]) {
    event.addListener(listener);
    signal.addEventListener('abort', () => event.removeListener(listener));
  }
}
