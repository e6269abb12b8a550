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
  scripting: {
    getRegisteredContentScripts(): Promise<{ matches?: string[]; excludeMatches?: string[] }[]>;
    executeScript(injection: object): Promise<{ result?: unknown }[]>;
  };
  extension: { getViews(filter?: { type: 'popup' }): Window[] };
  action: { getBadgeText(tab: object): Promise<string>; getTitle(tab: object): Promise<string> };
}

declare global {
  // Each browser has its own of the two.
  var browser: Api | undefined;
  var chrome: Api;
}

/** A page of the extension without any script of its own: the quickest to ask from. */
export const PLAIN_PAGE = 'licences.txt';

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

/** The mentions that the background knows of tabs, also where they show something else by now, or are closed. */
export async function readDossiersOf(inside: Tab, tabIds: number[]): Promise<string[]> {
  return inside.evaluate(async (wanted) => {
    const { runtime } = globalThis.browser ?? chrome;
    const frames = await Promise.all(wanted.map((tabId) => runtime.sendMessage({ ask: 'dossiers', sent: { tabId } })));
    return frames.flat().flatMap(({ dossier }) => dossier.mentions.map(({ text }) => text));
  }, tabIds);
}

export async function gateCount(inside: Tab): Promise<number> {
  return inside.evaluate(
    async () => (await (globalThis.browser ?? chrome).scripting.getRegisteredContentScripts()).length,
  );
}

export async function registeredGate(
  inside: Tab,
): Promise<{ matches?: string[]; excludeMatches?: string[] } | undefined> {
  return inside.evaluate(async () => {
    const [gate] = await (globalThis.browser ?? chrome).scripting.getRegisteredContentScripts();
    return gate;
  });
}

/** Which of Bridle's scripts live on the page of a tab. */
export async function scriptsOn(inside: Tab, tabId: number): Promise<string[]> {
  return inside.evaluate(async (id) => {
    const [ran] = await (globalThis.browser ?? chrome).scripting.executeScript({
      target: { tabId: id },
      func: () =>
        ['gate', 'annotator'].filter((name) => {
          const life = (globalThis as unknown as Record<symbol, AbortController | undefined>)[
            Symbol.for(`bridle-${name}`)
          ];
          return life && !life.signal.aborted;
        }),
    });
    return ran!.result as string[];
  }, tabId);
}

/** Whether the script that draws cards has come to the page of a tab. */
export async function hasDrawing(inside: Tab, tabId: number): Promise<boolean> {
  return inside.evaluate(async (id) => {
    const [ran] = await (globalThis.browser ?? chrome).scripting.executeScript({
      target: { tabId: id },
      func: () => (globalThis as unknown as Record<symbol, unknown>)[Symbol.for('bridle-drawing')] !== undefined,
    });
    return ran!.result === true;
  }, tabId);
}

/**
 * Sends messages to the background, one after the other, from the world of Bridle's scripts on the page of a tab: what somebody could do who
 * has taken over the page's process. Answers with what came back, null for nothing.
 */
export async function sendFromPage(inside: Tab, tabId: number, messages: readonly unknown[]): Promise<unknown[]> {
  return inside.evaluate(
    async ({ id, json }) => {
      const [ran] = await (globalThis.browser ?? chrome).scripting.executeScript({
        target: { tabId: id },
        args: [json],
        func: async (written: string) => {
          const { runtime } = (globalThis.browser ?? chrome) as unknown as {
            runtime: { sendMessage(message: unknown): Promise<unknown> };
          };
          const answers: unknown[] = [];
          for (const message of JSON.parse(written) as unknown[])
            answers.push((await runtime.sendMessage(message).catch(() => null)) ?? null);
          return answers;
        },
      });
      return ran!.result as unknown[];
    },
    { id: tabId, json: JSON.stringify(messages) },
  );
}

/** Sends one message many times at once, from the same place. Answers with how many came back with something. */
export async function floodFromPage(inside: Tab, tabId: number, message: unknown, times: number): Promise<number> {
  return inside.evaluate(
    async ({ id, json, count }) => {
      const [ran] = await (globalThis.browser ?? chrome).scripting.executeScript({
        target: { tabId: id },
        args: [json, count],
        func: async (written: string, many: number) => {
          const { runtime } = (globalThis.browser ?? chrome) as unknown as {
            runtime: { sendMessage(message: unknown): Promise<unknown> };
          };
          const sent = JSON.parse(written) as unknown;
          const answers = Array.from({ length: many }, () => runtime.sendMessage(sent).catch(() => null));
          return (await Promise.all(answers)).filter((answer) => (answer ?? null) !== null).length;
        },
      });
      return ran!.result as number;
    },
    { id: tabId, json: JSON.stringify(message), count: times },
  );
}

/** What a script on the page of a tab gets of each storage area: its items, or why it gets none. */
export async function storageFromPage(inside: Tab, tabId: number): Promise<Record<string, string>> {
  return inside.evaluate(async (id) => {
    const [ran] = await (globalThis.browser ?? chrome).scripting.executeScript({
      target: { tabId: id },
      func: async () => {
        const { storage } = (globalThis.browser ?? chrome) as unknown as {
          storage: Record<string, { get(): Promise<object> } | undefined>;
        };
        const read = async (area: string) => {
          try {
            return JSON.stringify(await storage[area]!.get());
          } catch {
            return 'refused';
          }
        };
        return { sync: await read('sync'), local: await read('local'), session: await read('session') };
      },
    });
    return ran!.result as Record<string, string>;
  }, tabId);
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
