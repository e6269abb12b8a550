import type { Settings } from './settings-values.ts';

/** Whether the reader has muted an alias on this site, or everywhere. */
export function isMuted(settings: Pick<Settings, 'muted'>, alias: string, site: string): boolean {
  return settings.muted.some((muted) => muted.alias === alias && (muted.site === null || muted.site === site));
}
