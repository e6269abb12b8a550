/** Asks the extension from one of its own pages. */
import type { Dossier } from '../../presentation/dossier.ts';
import type { Tab } from '../../scripts/session.ts';

/** The calls of the extension interface that the tests make. */
interface Api {
  storage: {
    session: { get(): Promise<Record<string, Dossier>>; getBytesInUse(): Promise<number> };
    sync: { set(items: Record<string, unknown>): Promise<void> };
  };
  tabs: {
    query(filter: object): Promise<{ id: number; url?: string }[]>;
    create(tab: object): Promise<{ id: number }>;
    remove(ids: number[]): Promise<void>;
  };
  scripting: { getRegisteredContentScripts(): Promise<unknown[]> };
  extension: { getViews(filter?: { type: 'popup' }): Window[] };
  action: { getBadgeText(tab: object): Promise<string>; getTitle(tab: object): Promise<string> };
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
  return inside.evaluate(
    async () => (await (globalThis.browser ?? chrome).scripting.getRegisteredContentScripts()).length,
  );
}

/** What the toolbar's popup shows, null while it is closed. */
export async function popupText(inside: Tab): Promise<string | null> {
  return inside.evaluate(
    () => (globalThis.browser ?? chrome).extension.getViews({ type: 'popup' })[0]?.document.body.innerText ?? null,
  );
}

/** What the side panel or sidebar shows, null while it is closed. Pages of the panel that stand in a tab do not count. */
export async function panelText(inside: Tab): Promise<string | null> {
  return inside.evaluate(() => {
    const views = (globalThis.browser ?? chrome).extension.getViews();
    return (
      views.find(({ location }) => location.pathname === '/sidepanel.html' && location.search === '')?.document.body
        .innerText ?? null
    );
  });
}

/** What the toolbar button says of a tab. */
export async function readButton(inside: Tab, tabId: number): Promise<{ badge: string; title: string }> {
  return inside.evaluate(async (id) => {
    const { action } = globalThis.browser ?? chrome;
    return { badge: await action.getBadgeText({ tabId: id }), title: await action.getTitle({ tabId: id }) };
  }, tabId);
}

/** Number of the first tab of an origin. */
export async function tabNumber(inside: Tab, origin: string): Promise<number> {
  return inside.evaluate(async (wanted) => {
    const tabs = await (globalThis.browser ?? chrome).tabs.query({});
    return tabs.find(({ url }) => url?.startsWith(wanted))!.id;
  }, origin);
}

/** What the memory of the session holds, in Chromium. */
export async function sessionBytes(inside: Tab): Promise<number> {
  return inside.evaluate(() => chrome.storage.session.getBytesInUse());
}
