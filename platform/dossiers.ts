/** What the pages in the open tabs hold, in `storage.session`: in memory only, gone with the browser. */
import type { Dossier } from '../presentation/dossier.ts';
import { browser } from './browser.ts';
import { tellTab } from './sites.ts';

/** What one frame of a page holds. */
export interface FrameDossier {
  frameId: number;
  dossier: Dossier;
}

const PREFIX = 'dossier:';
const prefixOf = (tabId: number): string => `${PREFIX}${tabId}:`;

/** An empty dossier takes the frame's place away: the page holds nothing, or Bridle ended there. */
export async function storeDossier(tabId: number, frameId: number, dossier: Dossier): Promise<void> {
  const key = prefixOf(tabId) + frameId;
  const { session } = browser.storage;
  if (dossier.mentions.length + dossier.matches.length === 0) return session.remove(key);
  const keep = () => session.set({ [key]: dossier });
  // The browser gives 10 MB. Once they are full, the other tabs make room: each says again what it holds when it comes to the front.
  await keep().catch(async () => {
    const others = Object.keys(await session.get(null)).filter(
      (other) => other.startsWith(PREFIX) && !other.startsWith(prefixOf(tabId)),
    );
    await session.remove(others);
    await keep();
  });
}

/** The dossiers of a tab's frames, the top frame's first. */
export async function readDossiers(tabId: number): Promise<FrameDossier[]> {
  const stored = await browser.storage.session.get(null);
  return Object.entries(stored)
    .filter(([key]) => key.startsWith(prefixOf(tabId)))
    .map(([key, dossier]) => ({ frameId: Number(key.slice(prefixOf(tabId).length)), dossier: dossier as Dossier }))
    .sort((a, b) => a.frameId - b.frameId);
}

export async function forgetDossiers(tabId: number): Promise<void> {
  const frames = await readDossiers(tabId);
  await browser.storage.session.remove(frames.map(({ frameId }) => prefixOf(tabId) + frameId));
}

/**
 * Forgets what a page held once another takes its place, or its tab is closed, and asks a page in front for what is not known of it. For the
 * background, once.
 */
export function keepDossiers(): void {
  browser.tabs.onActivated.addListener(({ tabId }) => {
    void readDossiers(tabId).then((known) => (known.length === 0 ? tellTab(tabId, { type: 'report' }) : undefined));
  });
  browser.tabs.onRemoved.addListener((tabId) => void forgetDossiers(tabId));
  browser.tabs.onUpdated.addListener((tabId, { status }) => {
    if (status === 'loading') void forgetDossiers(tabId);
    // A page that only changed its own address is still there and says again what it holds.
    else if (status === 'complete') void tellTab(tabId, { type: 'report' });
  });
}

/** Calls back with the number of each tab of which a frame's dossier has changed. */
export function onDossierChange(onChange: (tabId: number) => void, signal?: AbortSignal): void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area !== 'session') return;
    const keys = Object.keys(changes).filter((key) => key.startsWith(PREFIX));
    for (const tabId of new Set(keys.map((key) => Number(key.split(':')[1])))) onChange(tabId);
  };
  browser.storage.onChanged.addListener(listener);
  signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}

/**
 * Calls back with what the frames of the tab's page hold, now and whenever it changes. What was stored may be of a page that is gone,
 * so it is thrown away first and the scripts that are alive are asked to report.
 */
export async function watchDossiers(
  tabId: number,
  onChange: (frames: FrameDossier[]) => void,
  signal: AbortSignal,
): Promise<void> {
  await forgetDossiers(tabId);
  if (signal.aborted) return;
  onDossierChange((changed) => {
    if (changed !== tabId) return;
    void readDossiers(tabId).then((frames) => (signal.aborted ? undefined : onChange(frames)));
  }, signal);
  await tellTab(tabId, { type: 'report' });
}
