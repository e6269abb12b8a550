/** What Bridle keeps in the browser, and how to take all of it away. */
import { browser } from './browser.ts';

export type Area = 'sync' | 'local';
const AREAS: readonly Area[] = ['sync', 'local'];

/**
 * Keeps what is stored from scripts on pages, whose process may be in wrong hands: what they need they ask of the background. Browsers that do
 * not know this leave `sync` and `local` open to them. For the background, once.
 */
export function guardStorage(): void {
  for (const area of [...AREAS, 'session'] as const) {
    const guarded = browser.storage[area] as unknown as { setAccessLevel?(level: object): Promise<void> };
    guarded
      .setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })
      .catch((error) => console.warn(`Bridle could not close ${area} to pages`, error));
  }
}

/** How many characters each area holds, written as JSON. */
export async function readStoredSizes(): Promise<Record<Area, number>> {
  const sizes = await Promise.all(
    AREAS.map(async (area) => {
      const items: Record<string, unknown> = await browser.storage[area].get(null).catch(() => ({}));
      return [area, Object.keys(items).length === 0 ? 0 : JSON.stringify(items).length] as const;
    }),
  );
  return Object.fromEntries(sizes) as Record<Area, number>;
}

/** Everything but the access to sites, which the browser keeps. */
export async function eraseStored(): Promise<void> {
  for (const area of [...AREAS, 'session'] as const) await browser.storage[area].clear();
}
