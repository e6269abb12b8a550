import { siteOfHost } from './hosts.ts';
import type { Settings } from './settings-values.ts';

/** Whether the reader has muted an alias on the site of this host, or everywhere. */
export function isMuted(settings: Pick<Settings, 'muted'>, alias: string, host: string): boolean {
  return settings.muted.some(
    (muted) => muted.alias === alias && (muted.site === null || muted.site === siteOfHost(host)),
  );
}
