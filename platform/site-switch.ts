import { browser } from './browser.ts';
import { patternOf } from './match-pattern.ts';
import { siteOf, switchOn, withdraw } from './sites.ts';

/** Switches a page's site off or on, asking for access where there is none yet. Must be called within a key or click of the reader. */
export async function toggleSite(address: string | undefined): Promise<void> {
  if (!address || !/^https?:/.test(address)) return;
  const { hostname: host } = new URL(address);
  // Both are under way before anything is awaited: the first tells how things stood, and only then may a browser still be asked for access.
  const before = siteOf(address);
  const asked = browser.permissions.request({ origins: [patternOf(host)] });
  asked.catch(() => undefined);
  const { state } = await before;
  if (state === 'on') await withdraw(host);
  else if (state === 'off') await switchOn(host);
  else if (state === 'none') {
    // A browser that will not ask for a key shows the popup, which has the button for it.
    const granted = await asked.catch(() => browser.action.openPopup().then(() => false));
    if (granted) await switchOn(host);
  }
}
