import { siteOfHost } from './hosts.ts';
import type { Mutable, Muted, Settings } from './settings-values.ts';

/** Whether the reader has muted an alias or a claim on the site of this host, or everywhere. */
export function isMuted(settings: Pick<Settings, 'muted'>, what: Mutable, host: string): boolean {
  return settings.muted.some((entry) => isSame(entry, what) && isMutedOn(entry, host));
}

/** Whether an entry counts on the site of this host. */
export const isMutedOn = ({ site }: Muted, host: string): boolean => site === null || site === siteOfHost(host);

/** Whether both mean the same alias, or the same claim. */
export const isSame = (a: Mutable, b: Mutable): boolean =>
  'claim' in a ? 'claim' in b && a.claim === b.claim : 'alias' in b && a.alias === b.alias;

export const unmute =
  (entry: Muted) =>
  (settings: Settings): Settings => ({
    ...settings,
    muted: settings.muted.filter((other) => !isSame(other, entry) || other.site !== entry.site),
  });
