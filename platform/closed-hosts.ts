/** Pages of the browsers' own shops, on which no extension runs. */
export const CLOSED_HOSTS: readonly string[] = [
  'addons.mozilla.org',
  'chromewebstore.google.com',
  'microsoftedge.microsoft.com',
];
