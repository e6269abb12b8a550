/**
 * The reader's choices as a page's script has them: from the background, which reads, repairs and stores them. A page carries none of that, and
 * two pages that mute a name at once do not overwrite each other.
 */
import { tellBackground } from './messages.ts';
import { isLeftBehind, storage } from './runtime.ts';
import type { Muted, Settings } from './settings-values.ts';

/** Marked as if nothing had been chosen, where the background gives no answer. */
const UNCHOSEN: PageSettings = { dwellMs: 300, density: 'every', markStyle: 'dotted', language: 'auto', muted: [] };

export type PageSettings = Pick<Settings, 'dwellMs' | 'density' | 'markStyle' | 'language' | 'muted'>;

export async function askForSettings(): Promise<PageSettings> {
  return { ...UNCHOSEN, ...((await tellBackground({ type: 'settings' })) as PageSettings | null) };
}

/** Calls back with the settings whenever any surface changes them. */
export function watchPageSettings(onChange: (settings: PageSettings) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>) => {
    // A script that an update of the extension left behind on a page has nobody to ask any more.
    if (Object.keys(changes).some((item) => item.startsWith('settings')) && !isLeftBehind())
      void askForSettings().then(onChange);
  };
  storage().onChanged.addListener(listener);
  signal.addEventListener('abort', () => storage().onChanged.removeListener(listener));
}

/** Mutes an alias on a site, or everywhere (null), or takes that back. */
export function tellMute(muted: Muted, isMuted: boolean): void {
  void tellBackground({ type: 'mute', ...muted, isMuted });
}
