import { parse } from 'tldts';

/** Whether a name is one under which many have their sites (`co.uk`, `github.io`): access to all of them is more than anybody means. */
export function isPublicSuffix(host: string): boolean {
  const { publicSuffix, isIcann, isPrivate } = parse(host, { allowPrivateDomains: true });
  return publicSuffix === host && (isIcann === true || isPrivate === true);
}
