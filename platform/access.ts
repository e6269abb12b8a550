/** The access to sites that the reader gave, gives and takes back. The browser keeps it; only the reader can give it, in a click. */
import { browser } from './browser.ts';
import { hostOfPattern, sitePatternOf } from './match-pattern.ts';
import { changeSettings, switchedOn } from './settings.ts';

const EVERYWHERE = ['*://*/*'];

/** The access that the reader has given: to every site, and to these hosts with what is below them. */
export async function readAccess(): Promise<{ everywhere: boolean; hosts: string[] }> {
  const patterns = await grantedPatterns();
  const hosts = patterns.map(hostOfPattern).filter((host) => host !== '*');
  return { everywhere: hosts.length < patterns.length, hosts: [...new Set(hosts)].sort() };
}

/** Asks for access to hosts and all that is below them, in one prompt. Must be called within a click. Answers whether the reader agreed. */
export async function allowSites(hosts: readonly string[]): Promise<boolean> {
  const granted = await browser.permissions.request({ origins: hosts.map(sitePatternOf) });
  if (granted) await changeSettings((settings) => hosts.reduce(switchedOn, settings));
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
export const withdrawEverywhere = (): Promise<void> => withdrawPatterns((pattern) => hostOfPattern(pattern) === '*');

/** A manifest's own host permissions cannot be removed, and one of them would keep the browser from removing the others with it. */
export async function withdrawPatterns(isMeant: (pattern: string) => boolean): Promise<void> {
  const required = browser.runtime.getManifest().host_permissions ?? [];
  const origins = (await grantedPatterns()).filter((pattern) => isMeant(pattern) && !required.includes(pattern));
  if (origins.length > 0) await browser.permissions.remove({ origins });
}

export async function grantedPatterns(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((origin) => origin === '<all_urls>' || /^(\*|https?):\/\//.test(origin));
}

/** Calls back when the reader gives or takes back access, in whatever surface. */
export function watchPermissions(onChange: () => void, signal: AbortSignal): void {
  const listener = () => onChange();
  for (const event of [browser.permissions.onAdded, browser.permissions.onRemoved]) {
    event.addListener(listener);
    signal.addEventListener('abort', () => event.removeListener(listener));
  }
}
