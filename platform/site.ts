/** What the address of a page allows: the access that the reader gave, less the sites that the reader switched off. */
import { grantedPatterns } from './access.ts';
import { CLOSED_HOSTS } from './closed-hosts.ts';
import { isWithin, siteOfHost } from './hosts.ts';
import { covers } from './match-pattern.ts';
import { readSettings, type Settings } from './settings.ts';

/** `impossible`: no extension may run there. `none`: no access given. `off`: switched off by the reader. */
export type SiteState = 'on' | 'off' | 'none' | 'impossible';

export interface Site {
  /** The site's name, `wort.lu` for a page of `www.wort.lu`. */
  host: string;
  state: SiteState;
}

/** Without `activeTab` or access to the host a tab keeps its address to itself: `none` then. */
export async function siteOf(address: string | undefined): Promise<Site> {
  const url = address && URL.canParse(address) ? new URL(address) : null;
  if (!url) return { host: '', state: 'impossible' };
  const { hostname, origin, protocol } = url;
  const host = siteOfHost(hostname);
  if ((protocol !== 'http:' && protocol !== 'https:') || CLOSED_HOSTS.includes(host))
    return { host, state: 'impossible' };
  const [granted, settings] = await Promise.all([grantedPatterns(), readSettings()]);
  if (!granted.some((pattern) => covers(pattern, origin))) return { host, state: 'none' };
  return { host, state: isSwitchedOff(settings, hostname) ? 'off' : 'on' };
}

export function isSwitchedOff({ sites }: Settings, hostname: string): boolean {
  return sites.off.some((site) => isWithin(site, hostname));
}
