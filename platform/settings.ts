/**
 * What the reader chose. Each choice is an item of its own in `storage.sync`, so that it follows the reader and two windows that change
 * different things at once lose nothing; in `storage.local` where sync refuses.
 */
import { alone } from './alone.ts';
import { isWithin } from './hosts.ts';
import { isLeftBehind, storage } from './runtime.ts';
import {
  parseSettings,
  repairSettings,
  SETTING_KEYS,
  SETTINGS_VERSION,
  type SettingKey,
  type Settings,
} from './settings-values.ts';

export { DEFAULT_SETTINGS } from './settings-values.ts';
export type { Muted, Settings } from './settings-values.ts';

/** The name of a choice's item in the storage. */
export const itemOf = (key: SettingKey | 'version'): string => `settings:${key}`;
/** Version 1 kept everything in one item. */
const VERSION_1 = 'settings';
const ITEMS = [VERSION_1, ...[...SETTING_KEYS, 'version' as const].map(itemOf)];
/** What could not be read, as it was, the latest last. */
export const BACKUP = 'settings-backup';
const NOTICE = 'settings-notice';
const MAX_BACKUPS = 5;

export async function readSettings(): Promise<Settings> {
  return parseSettings((await readStored()).values);
}

let kept: Promise<Settings> | null = null;
const forgetKept = () => {
  kept = null;
};

/** The settings, read once for all who ask until anything that is stored changes. For the background, which pages wait for, after `keepSettings`. */
export function settingsNow(): Promise<Settings> {
  if (!kept) {
    kept = readSettings();
    kept.catch(forgetKept);
  }
  return kept;
}

/** Reads, changes and stores what the change has changed; answers with the settings as they are then. Rejects where nothing can be stored. */
export async function changeSettings(change: (settings: Settings) => Settings): Promise<Settings> {
  return alone('settings', async () => {
    const { values } = await readStored();
    const before = parseSettings(values);
    const after = parseSettings(change(before));
    await store(
      after,
      SETTING_KEYS.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key])),
      values.version,
    );
    return after;
  });
}

/** Calls back with the settings whenever any surface changes them. */
export function watchSettings(onChange: (settings: Settings) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>) => {
    // A script that an update of the extension left behind on a page has no storage to read any more.
    if (ITEMS.some((item) => item in changes) && !isLeftBehind()) void readSettings().then(onChange);
  };
  storage().onChanged.addListener(listener);
  signal.addEventListener('abort', () => storage().onChanged.removeListener(listener));
}

/** Calls back whenever anything that Bridle stores has changed. */
export function watchStorage(onChange: () => void, signal: AbortSignal): void {
  const listener = () => onChange();
  storage().onChanged.addListener(listener);
  signal.addEventListener('abort', () => storage().onChanged.removeListener(listener));
}

/** Settles what is stored, now and whenever sync brings something. For the background, once. */
export function keepSettings(): void {
  watchStorage(forgetKept, new AbortController().signal);
  const settle = () =>
    void settleSettings().catch((error) => console.warn('Bridle could not put its settings in order', error));
  settle();
  storage().onChanged.addListener((changes, area) => {
    if (area === 'sync' && ITEMS.some((item) => changes[item]?.newValue !== undefined)) settle();
  });
}

/**
 * Brings what is stored to this version, tries sync again for what it refused, and resets what cannot be read: its copy stays in the
 * backup, and `readNotice` names it. What a newer version stored is left alone.
 */
export async function settleSettings(): Promise<void> {
  await alone('settings', async () => {
    const { values, isOld, isOnlyHere } = await readStored();
    if (isNewer(values.version)) return;
    const { settings, lost } = repairSettings(values);
    if (lost.length > 0) await keepUnread(values, lost);
    if (!isOld && !isOnlyHere && lost.length === 0) return;
    await store(
      settings,
      SETTING_KEYS.filter((key) => values[key] !== undefined),
      values.version,
    );
    if (isOld)
      await Promise.all([
        storage()
          .sync.remove(VERSION_1)
          .catch(() => undefined),
        storage().local.remove(VERSION_1),
      ]);
  });
}

/** Whether some of the settings are kept on this device only, because the browser would not sync them. */
export const areOnlyHere = async (): Promise<boolean> => (await readStored()).isOnlyHere;

/** The choices that were reset because they could not be read, until `closeNotice`. */
export async function readNotice(): Promise<SettingKey[]> {
  const { [NOTICE]: keys } = await storage().local.get(NOTICE);
  return SETTING_KEYS.filter((key) => Array.isArray(keys) && keys.includes(key));
}

export const closeNotice = (): Promise<void> => storage().local.remove(NOTICE);

/** The settings with a site switched on: no site that is kept off covers it any more. */
export const switchedOn = (settings: Settings, site: string): Settings => ({
  ...settings,
  sites: { off: settings.sites.off.filter((off) => !isWithin(off, site)) },
});

/** What is stored, choice by choice: on this device before what sync holds, and both before version 1. */
async function readStored(): Promise<{ values: Record<string, unknown>; isOld: boolean; isOnlyHere: boolean }> {
  const [local, synced] = (await Promise.all(
    [storage().local, storage().sync].map(async (area) => {
      const items: Record<string, unknown> = await area.get(ITEMS).catch(() => ({}));
      return Object.fromEntries(Object.entries(items).filter(([, stored]) => stored !== undefined && stored !== null));
    }),
  )) as [Record<string, unknown>, Record<string, unknown>];
  const old = local[VERSION_1] ?? synced[VERSION_1];
  const values: Record<string, unknown> = { ...(typeof old === 'object' && old) };
  for (const key of [...SETTING_KEYS, 'version' as const]) {
    const stored = local[itemOf(key)] ?? synced[itemOf(key)];
    if (stored !== undefined) values[key] = stored;
  }
  return { values, isOld: old !== undefined, isOnlyHere: Object.keys(local).length > 0 };
}

/** Other devices may be ahead of this one: beside what a newer version wrote, its number stays, so that nobody puts that “in order”. */
async function store(settings: Settings, keys: readonly SettingKey[], versionBefore: unknown): Promise<void> {
  if (keys.length === 0) return;
  const version = isNewer(versionBefore) ? versionBefore : settings.version;
  const items = Object.fromEntries([
    ...keys.map((key) => [itemOf(key), settings[key]]),
    [itemOf('version'), version],
  ]) as Record<string, unknown>;
  try {
    await storage().sync.set(items);
  } catch {
    // Sync is switched off or full. The copy in `local` wins over the one in `sync` until sync works again.
    await storage().local.set(items);
    return;
  } finally {
    // The browser tells of the change, but later.
    forgetKept();
  }
  await storage().local.remove(Object.keys(items));
}

const isNewer = (version: unknown): version is number => typeof version === 'number' && version > SETTINGS_VERSION;

async function keepUnread(values: Record<string, unknown>, lost: SettingKey[]): Promise<void> {
  const { [BACKUP]: earlier } = await storage().local.get(BACKUP);
  const copies = [
    ...(Array.isArray(earlier) ? (earlier as unknown[]) : []),
    { at: new Date().toISOString(), values },
  ].slice(-MAX_BACKUPS);
  await storage().local.set({ [BACKUP]: copies, [NOTICE]: [...new Set([...(await readNotice()), ...lost])] });
}
