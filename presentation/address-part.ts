/** How much of a page's address a reader tells: all of it, the page without its query, or the host. */
export const ADDRESS_PARTS = ['full', 'page', 'host'] as const;
export type AddressPart = (typeof ADDRESS_PARTS)[number];

export function addressPart(address: string, part: AddressPart): string {
  if (part === 'full') return address;
  const { host, protocol, pathname } = new URL(address);
  return part === 'host' ? host : `${protocol}//${host}${pathname}`;
}
