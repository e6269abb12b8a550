/** Bridle's entries in the browser's context menus. Phones have none. */
import { browser, type Tabs } from './browser.ts';
import { watchSettings } from './settings.ts';

export type MenuItem = 'look-up' | 'annotate' | 'panel';

const CONTEXTS = {
  'look-up': ['selection'],
  annotate: ['page', 'action'],
  panel: ['page', 'action'],
} as const satisfies Record<MenuItem, string[]>;
const WEB_PAGES = ['http://*/*', 'https://*/*'];

/** For the background, once. `onChoice` runs within the reader's click. */
export function keepMenus(
  titleOf: (item: MenuItem) => Promise<string>,
  onChoice: (item: MenuItem, words: string, tab: Tabs.Tab) => void,
): void {
  if (!browser.contextMenus) return;
  let last: Promise<void> = Promise.resolve();
  const renew = () => {
    last = last.then(() => create(titleOf)).catch((error) => console.warn('Bridle could not make its menus', error));
  };
  browser.runtime.onInstalled.addListener(renew);
  browser.runtime.onStartup.addListener(renew);
  // In the reader's language.
  watchSettings(renew, new AbortController().signal);
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText = '' }, tab) => {
    const item = (Object.keys(CONTEXTS) as MenuItem[]).find((known) => known === menuItemId);
    if (item && tab) onChoice(item, selectionText, tab);
  });
}

async function create(titleOf: (item: MenuItem) => Promise<string>): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const [id, contexts] of Object.entries(CONTEXTS) as [MenuItem, (typeof CONTEXTS)[MenuItem]][]) {
    const title = await titleOf(id);
    browser.contextMenus.create({
      id,
      title,
      contexts: [...contexts],
      ...(id !== 'look-up' && { documentUrlPatterns: WEB_PAGES }),
    });
  }
}
