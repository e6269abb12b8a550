/** Switches Bridle on and off for a site, which is a name without `www.` and all that is below it. */
import { grantedPatterns, allowSites, withdrawPatterns } from './access.ts';
import { browser } from './browser.ts';
import { isWithin, siteOfHost } from './hosts.ts';
import { covers, hostOfPattern, sitePatternOf } from './match-pattern.ts';
import { changeSettings, switchedOn } from './settings.ts';
import { MAX_SITES } from './settings-values.ts';
import { siteOf } from './site.ts';

/** Asks for access and switches on. Must be called within a click. Answers whether the reader agreed. */
export const allow = (site: string): Promise<boolean> => allowSites([site]);

/** Switches a site on again that the reader switched off while the access stayed. */
export async function switchOn(site: string): Promise<void> {
  await changeSettings((settings) => switchedOn(settings, site));
}

/** Keeps Bridle off a site, whatever access it has. Answers false, and changes nothing, where the list of such sites is full. */
export async function switchOff(site: string): Promise<boolean> {
  let hasRoom = true;
  await changeSettings((settings) => {
    const { off } = settings.sites;
    if (off.includes(site)) return settings;
    hasRoom = off.length < MAX_SITES;
    return hasRoom ? { ...settings, sites: { off: [...off, site] } } : settings;
  });
  return hasRoom;
}

/** Gives the access to a site back, or keeps it off where a wider access (all sites) covers it; where that list is full, the options open and say so. */
export async function withdraw(site: string): Promise<void> {
  await withdrawPatterns((pattern) => isWithin(site, hostOfPattern(pattern)));
  const stillCovered = (await grantedPatterns()).some((pattern) =>
    ['http', 'https'].some((scheme) => covers(pattern, `${scheme}://${site}`)),
  );
  if (stillCovered && !(await switchOff(site))) await browser.runtime.openOptionsPage();
}

/** Switches a page's site off or on, asking for access where there is none yet. Must be called within a key or click of the reader. */
export async function toggleSite(address: string | undefined): Promise<void> {
  if (!address || !/^https?:/.test(address)) return;
  const site = siteOfHost(new URL(address).hostname);
  // Both are under way before anything is awaited: the first tells how things stood, and only then may a browser still be asked for access.
  const before = siteOf(address);
  const asked = browser.permissions.request({ origins: [sitePatternOf(site)] });
  asked.catch(() => undefined);
  const { state } = await before;
  if (state === 'on') await withdraw(site);
  else if (state === 'off') await switchOn(site);
  else if (state === 'none') {
    // A browser that will not ask for a key shows the popup, which has the button for it.
    const granted = await asked.catch(() => browser.action.openPopup().then(() => false));
    if (granted) await switchOn(site);
  }
}
