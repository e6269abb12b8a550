/** The site that a reader means by what was typed or pasted. */
import { CLOSED_HOSTS } from './closed-hosts.ts';
import { isHost, siteOfHost } from './hosts.ts';

/** `scheme`: not a web address. `name`: no host name. `closed`: no extension may run there. */
export type SiteFault = 'empty' | 'scheme' | 'name' | 'closed';

const MAX_INPUT_LENGTH = 2048;

/**
 * The host name, as `location.hostname` has it, of a name (`zürich.example`), a pattern (`*.example.org`) or an address. `www.` is left out:
 * access to a site is given for all that is below its name.
 */
export function siteNameOf(input: string): { host: string } | { fault: SiteFault } {
  const text = input.trim();
  if (text === '') return { fault: 'empty' };
  if (text.length > MAX_INPUT_LENGTH || /\s/.test(text)) return { fault: 'name' };
  const scheme = /^([a-z][a-z0-9+.-]*):(?!\d+(?:[/?#]|$))/i.exec(text)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') return { fault: 'scheme' };
  const address = scheme === undefined ? `https://${text.replace(/^\/\//, '').replace(/^\*\./, '')}` : text;
  const url = URL.canParse(address) ? new URL(address) : null;
  // A name before an @ is not where the address leads.
  if (!url || url.username !== '' || url.password !== '') return { fault: 'name' };
  const host = siteOfHost(url.hostname);
  const isWhole = host.includes('.') || host === 'localhost' || host.startsWith('[');
  if (!isWhole || !isHost(host)) return { fault: 'name' };
  return CLOSED_HOSTS.includes(host) ? { fault: 'closed' } : { host };
}
