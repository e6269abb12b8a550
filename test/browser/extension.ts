/** Asks the extension from one of its own pages. */
import type { Dossier } from '../../page/model.ts';
import type { Tab } from '../../scripts/session.ts';

/** The calls of the extension interface that the tests make. */
interface Api {
  storage: { session: { get(): Promise<Record<string, Dossier>> } };
  tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> };
  scripting: { getRegisteredContentScripts(): Promise<unknown[]> };
  extension: { getViews(filter: { type: 'popup' }): Window[] };
}

declare global {
  // Each browser has its own of the two.
  var browser: Api | undefined;
  var chrome: Api;
}

/** The mentions that the tabs of an address report, over all their frames. */
export async function readDossiers(inside: Tab, address: string): Promise<Dossier['mentions']> {
  return inside.evaluate(async (wanted) => {
    const api = globalThis.browser ?? chrome;
    const tabs = (await api.tabs.query({})).filter(({ url }) => url?.startsWith(wanted)).map(({ id }) => id);
    const stored = await api.storage.session.get();
    return Object.entries(stored)
      .filter(([key]) => tabs.some((id) => key.startsWith(`dossier:${id}:`)))
      .flatMap(([, { mentions }]) => mentions);
  }, address);
}

export async function gateCount(inside: Tab): Promise<number> {
  return inside.evaluate(async () => (await (globalThis.browser ?? chrome).scripting.getRegisteredContentScripts()).length);
}

/** What the toolbar's popup shows, null while it is closed. */
export async function popupText(inside: Tab): Promise<string | null> {
  return inside.evaluate(() => (globalThis.browser ?? chrome).extension.getViews({ type: 'popup' })[0]?.document.body.innerText ?? null);
}

/** Number of the first tab of an origin. */
export async function tabNumber(inside: Tab, origin: string): Promise<number> {
  return inside.evaluate(async (wanted) => {
    const tabs = await (globalThis.browser ?? chrome).tabs.query({});
    return tabs.find(({ url }) => url?.startsWith(wanted))!.id;
  }, origin);
}
