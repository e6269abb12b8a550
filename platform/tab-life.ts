/** When the pages of tabs go. For the background. */
import { browser } from './browser.ts';

export interface TabLife {
  /** The tab is closed or discarded, or another page takes the place of its page. */
  onGone(tabId: number): void;
  /** A page has loaded, or has only changed its own address: `onGone` came before that too, though the page is still there. */
  onLoaded(tabId: number): void;
}

export function watchTabs({ onGone, onLoaded }: TabLife): void {
  browser.tabs.onRemoved.addListener(onGone);
  browser.tabs.onReplaced?.addListener((_added, removed) => onGone(removed));
  browser.tabs.onUpdated.addListener((tabId, { status, discarded }) => {
    if (status === 'loading' || discarded === true) onGone(tabId);
    else if (status === 'complete') onLoaded(tabId);
  });
}
