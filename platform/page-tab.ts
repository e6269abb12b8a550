import { browser, type Tabs } from './browser.ts';

/**
 * The tab that a surface speaks of: the active one of its window, or, where the surface stands in a tab of its own, the one that
 * its address names (`popup.html?tab=7`).
 */
export async function pageTab(address: string = location.search): Promise<Tabs.Tab | undefined> {
  const named = new URLSearchParams(address).get('tab');
  if (named !== null && /^\d+$/.test(named)) return browser.tabs.get(Number(named)).catch(() => undefined);
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  return active;
}

/**
 * Calls back when another tab comes to the front, with the number of each tab whose page changes, and when the surface itself is turned
 * to, for it may see more then.
 */
export function watchPageTab(onChange: (changed?: number) => void, signal: AbortSignal): void {
  const onActivated = () => onChange();
  const onUpdated = (tabId: number, { status, url }: { status?: string | undefined; url?: string | undefined }) => {
    if ((status ?? url) !== undefined) onChange(tabId);
  };
  browser.tabs.onActivated.addListener(onActivated);
  browser.tabs.onUpdated.addListener(onUpdated);
  addEventListener('focus', onActivated, { signal });
  signal.addEventListener('abort', () => {
    browser.tabs.onActivated.removeListener(onActivated);
    browser.tabs.onUpdated.removeListener(onUpdated);
  });
}
