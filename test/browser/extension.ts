/** Asks the extension from one of its own pages. */
import type { Dossier } from '../../page/model.ts';
import type { Tab } from '../../scripts/session.ts';

/** The few calls of the extension interface that the tests make. */
interface Api {
  storage: { session: { get(): Promise<Record<string, Dossier>> } };
  tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> };
}

/** The mentions that the tabs of an origin report, over all their frames. */
export async function readDossiers(inside: Tab, origin: string): Promise<Dossier['mentions']> {
  return inside.evaluate(async (wanted) => {
    const scope = globalThis as unknown as Record<'browser' | 'chrome', Api>;
    const api = scope.browser ?? scope.chrome;
    const tabs = (await api.tabs.query({})).filter(({ url }) => url?.startsWith(wanted)).map(({ id }) => id);
    const stored = await api.storage.session.get();
    return Object.entries(stored)
      .filter(([key]) => tabs.some((id) => key.startsWith(`dossier:${id}:`)))
      .flatMap(([, { mentions }]) => mentions);
  }, origin);
}
