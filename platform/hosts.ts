/** Host names as pages have them, and the sites that they belong to. */

/** A name that a page can have: as `location.hostname` writes it (punycode, no port; IPv6 in brackets), without a dot at its end. */
export function isHost(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > 253) return false;
  if (!/^(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*|\[[0-9a-f:.]+\])$/.test(value)) return false;
  // `[:]` and `999.1.1.1` look like names, and no address has them: a browser refuses every pattern with one.
  const address = `https://${value}/`;
  return URL.canParse(address) && new URL(address).hostname === value;
}

/** The site of a host: without `www.`, and without a dot at the end. What holds for a site holds for all that is below it. */
export function siteOfHost(hostname: string): string {
  return hostname.replace(/\.$/, '').replace(/^www\.(?=[^.]+\.)/, '');
}

/** Whether a host is the site or lies below it. A number, or a name without a dot, has nothing below. */
export function isWithin(site: string, hostname: string): boolean {
  const host = siteOfHost(hostname);
  return host === site || (hasBelow(site) && host.endsWith(`.${site}`));
}

export const hasBelow = (site: string): boolean =>
  site.includes('.') && !site.startsWith('[') && !/^[\d.]+$/.test(site);
