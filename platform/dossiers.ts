/** What the pages in the tabs hold, as the extension's own pages learn it: from the background, which keeps it in memory alone. */
import { ask, onDossiersChanged } from './asking.ts';
import type { FrameDossier } from './messages.ts';

export type { FrameDossier } from './messages.ts';

/** Calls back with what the frames of the tab's page hold, now and whenever it changes. */
export function watchDossiers(tabId: number, onChange: (frames: FrameDossier[]) => void, signal: AbortSignal): void {
  let latest = 0;
  const look = async () => {
    const look = ++latest;
    const frames = await ask('dossiers', { tabId });
    if (!signal.aborted && look === latest) onChange(frames ?? []);
  };
  onDossiersChanged((changed) => void (changed === tabId && look()), signal);
  void look();
}
