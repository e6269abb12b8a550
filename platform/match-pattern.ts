/** True where a match pattern of the manifest's notation (`*://*.example.org/*`, `<all_urls>`) covers every page of an http origin. */
export function covers(pattern: string, origin: string): boolean {
  const url = URL.canParse(origin) ? new URL(origin) : null;
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return false;
  if (pattern === '<all_urls>') return true;
  const [, scheme, host] = /^(\*|https?):\/\/([^/]+)\/\*$/.exec(pattern) ?? [];
  if (!scheme || !host) return false;
  const schemeFits = scheme === '*' || `${scheme}:` === url.protocol;
  const hostFits =
    host === '*' ||
    host === url.hostname ||
    (host.startsWith('*.') && (url.hostname === host.slice(2) || url.hostname.endsWith(host.slice(1))));
  return schemeFits && hostFits;
}

/** The pattern that covers one host in http and https, on every port. */
export const patternOf = (host: string): string => `*://${host}/*`;
