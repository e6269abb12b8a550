/** What the pages in the tabs hold, as the extension's own pages learn it: from the background, which keeps it in memory alone. */
import { ask } from './asking.ts';
import { browser } from './browser.ts';
import { isRecord } from './guards.ts';
import type { FrameDossier } from './messages.ts';

export type { FrameDossier } from './messages.ts';

/** Calls back with what the frames of the tab's page hold, now and whenever it changes. */
export function watchDossiers(tabId: number, onChange: (frames: FrameDossier[]) => void, signal: AbortSignal): void {
  let latest = 0;
  const look = async () => {
    const number = ++latest;
    const frames = await ask('dossiers', { tabId });
    if (!signal.aborted && number === latest) onChange(frames ?? []);
  };
  const listener = (message: unknown): undefined => {
    if (isRecord(message) && message.changed === tabId) void look();
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener));
  void look();
}
