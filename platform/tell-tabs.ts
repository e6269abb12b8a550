import { browser } from './browser.ts';
import type { TabMessage } from './messages.ts';

/** Sends to the scripts of all tabs. */
export async function tellAllTabs(message: TabMessage): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.flatMap(({ id }) => (id === undefined ? [] : tellTab(id, message))));
}

/** Sends to the scripts of a tab, or of one frame, and waits for the first that answers. No error where none of them listens. */
export async function tellTab(tabId: number, message: TabMessage, frameId?: number): Promise<void> {
  await browser.tabs.sendMessage(tabId, message, frameId === undefined ? {} : { frameId }).catch(() => undefined);
}
