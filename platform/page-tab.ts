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
