/** What the pages in the open tabs hold, in `storage.session`: in memory only, gone with the browser. */
import type { Dossier } from '../page/model.ts';
import { browser } from './browser.ts';
import { tellTab } from './sites.ts';

const prefix = (tabId: number): string => `dossier:${tabId}:`;

/** An empty dossier takes the frame's place away: the page holds nothing, or Bridle ended there. */
export async function storeDossier(tabId: number, frameId: number, dossier: Dossier): Promise<void> {
  const key = prefix(tabId) + frameId;
  if (dossier.mentions.length + dossier.matches.length === 0) await browser.storage.session.remove(key);
  else await browser.storage.session.set({ [key]: dossier });
}

/** The dossiers of a tab's frames, the top frame's first. */
export async function readDossiers(tabId: number): Promise<{ frameId: number; dossier: Dossier }[]> {
  const stored = await browser.storage.session.get(null);
  return Object.entries(stored)
    .filter(([key]) => key.startsWith(prefix(tabId)))
    .map(([key, dossier]) => ({ frameId: Number(key.slice(prefix(tabId).length)), dossier: dossier as Dossier }))
    .sort((a, b) => a.frameId - b.frameId);
}

export async function forgetDossiers(tabId: number): Promise<void> {
  const frames = await readDossiers(tabId);
  await browser.storage.session.remove(frames.map(({ frameId }) => prefix(tabId) + frameId));
}

/**
 * Calls back with what the tab's page holds, now and whenever it changes. What was stored may be of a page that is gone, so it is
 * thrown away first and the scripts that are alive are asked to report.
 */
export async function watchDossiers(tabId: number, onChange: (dossiers: Dossier[]) => void, signal: AbortSignal): Promise<void> {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area !== 'session' || !Object.keys(changes).some((key) => key.startsWith(prefix(tabId)))) return;
    void readDossiers(tabId).then((frames) => onChange(frames.map(({ dossier }) => dossier)));
  };
  await forgetDossiers(tabId);
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
  await tellTab(tabId, { type: 'report' });
}
