/** Asks the extension from one of its own pages. */
import type { Dossier } from '../../presentation/dossier.ts';
import type { FrameDossier } from '../../platform/messages.ts';
import type { Tab } from '../../scripts/session.ts';

/** The calls of the extension interface that the tests make. */
interface Api {
  runtime: { sendMessage(message: object): Promise<FrameDossier[]> };
  storage: {
    session: { get(): Promise<Record<string, unknown>> };
    local: object;
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

/** The mentions that the background knows of the tabs of an address, over all their frames. */
export async function readDossiers(inside: Tab, address: string): Promise<Dossier['mentions']> {
  return inside.evaluate(async (wanted) => {
    const api = globalThis.browser ?? chrome;
    const tabs = (await api.tabs.query({})).filter(({ url }) => url?.startsWith(wanted)).map(({ id }) => id);
    const frames = await Promise.all(
      tabs.map((tabId) => api.runtime.sendMessage({ ask: 'dossiers', sent: { tabId } })),
    );
    return frames.flat().flatMap(({ dossier }) => dossier.mentions);
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

/** All that is stored, in every area, as one text. */
export async function readStorage(inside: Tab): Promise<string> {
  return inside.evaluate(async () => {
    const { storage } = globalThis.browser ?? chrome;
    const areas = [storage.session, storage.local, storage.sync] as { get(): Promise<unknown> }[];
    return JSON.stringify(await Promise.all(areas.map((area) => area.get())));
  });
}
