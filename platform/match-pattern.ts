import { hasBelow } from './hosts.ts';

/** True where a match pattern of the manifest's notation (`*://*.example.org/*`, `<all_urls>`) covers every page of an http origin. */
export function covers(pattern: string, origin: string): boolean {
  const url = URL.canParse(origin) ? new URL(origin) : null;
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return false;
  if (pattern === '<all_urls>') return true;
  const [, scheme, host] = /^(\*|https?):\/\/([^/]+)\/\*$/.exec(pattern) ?? [];
  if (!scheme || !host) return false;
  const hostname = url.hostname.replace(/\.$/, '');
  const schemeFits = scheme === '*' || `${scheme}:` === url.protocol;
  const hostFits =
    host === '*' ||
    host === hostname ||
    (host.startsWith('*.') && (hostname === host.slice(2) || hostname.endsWith(host.slice(1))));
  return schemeFits && hostFits;
}

/** The host that a pattern names, without the sign for all that is below it; `*` for every host. */
export function hostOfPattern(pattern: string): string {
  const host = /^[^:]+:\/\/([^/]+)\//.exec(pattern)?.[1] ?? '*';
  return host.startsWith('*.') ? host.slice(2) : host;
}

/** The pattern that covers a site with all that is below it, in http and https, on every port. */
export const sitePatternOf = (site: string): string => `*://${hasBelow(site) ? '*.' : ''}${site}/*`;
