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

/** The host that a pattern names, without the sign for all that is below it; `*` for every host. */
export function hostOfPattern(pattern: string): string {
  const host = /^[^:]+:\/\/([^/]+)\//.exec(pattern)?.[1] ?? '*';
  return host.startsWith('*.') ? host.slice(2) : host;
}

/** The pattern that covers a host and all that is below it. A number, or a name without a dot, has nothing below. */
export function sitePatternOf(host: string): string {
  const isNamed = host.includes('.') && !host.startsWith('[') && !/^[\d.]+$/.test(host);
  return patternOf(isNamed ? `*.${host}` : host);
}

/** The pattern that covers one host in http and https, on every port. */
export const patternOf = (host: string): string => `*://${host}/*`;
