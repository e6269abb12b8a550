/** Hands and eyes for the extension's own pages. */
import { vi } from 'vitest';
import type { Tab } from '../../scripts/session.ts';
import { longestWaitMs } from './harness.ts';

interface Areas {
  permissions: { getAll(): Promise<{ origins?: string[] }> };
  tabs: { query(filter: object): Promise<{ url?: string }[]> };
  storage: Record<
    'sync' | 'local',
    {
      get(key: string | null): Promise<Record<string, unknown>>;
      set(items: object): Promise<void>;
      clear(): Promise<void>;
    }
  >;
}

/** A real click on the middle of the first element that the selector finds; waits for it. */
export async function clickOn(tab: Tab, selector: string): Promise<void> {
  await tab.front();
  const { x, y } = await vi.waitFor(
    () =>
      tab.evaluate((wanted) => {
        const element = document.querySelector(wanted)!;
        element.scrollIntoView({ block: 'center', behavior: 'instant' });
        const box = element.getBoundingClientRect();
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }, selector),
    { timeout: longestWaitMs },
  );
  await tab.click(x, y);
}

export async function setStored(tab: Tab, items: Record<string, unknown>): Promise<void> {
  await tab.evaluate(async (given) => {
    await ((globalThis.browser ?? chrome) as unknown as Areas).storage.sync.set(given);
  }, items);
}

/** An item of a storage area, or with null all of them. */
export async function stored(tab: Tab, key: string | null, area: 'sync' | 'local' = 'sync'): Promise<unknown> {
  return tab.evaluate(
    async (wanted) => {
      const items = await ((globalThis.browser ?? chrome) as unknown as Areas).storage[wanted.area].get(wanted.key);
      return wanted.key === null ? items : items[wanted.key];
    },
    { key, area },
  );
}

export async function resetStorage(tab: Tab): Promise<void> {
  await tab.evaluate(async () => {
    const { storage } = (globalThis.browser ?? chrome) as unknown as Areas;
    await Promise.all([storage.sync.clear(), storage.local.clear()]);
  });
}

/** The access to sites that the reader has given. */
export async function grantedOrigins(tab: Tab): Promise<string[]> {
  return tab.evaluate(async () => {
    const { origins = [] } = await ((globalThis.browser ?? chrome) as unknown as Areas).permissions.getAll();
    return origins.toSorted();
  });
}

/** The addresses of all tabs, as far as the extension may know them. */
export async function openAddresses(tab: Tab): Promise<string[]> {
  return tab.evaluate(async () =>
    (await ((globalThis.browser ?? chrome) as unknown as Areas).tabs.query({})).map(({ url = '' }) => url),
  );
}
