/** What the reader chose. One item in `storage.sync`, so that it follows the reader; in `storage.local` where sync refuses. */
import { runtime, storage } from './runtime.ts';

export const LANGUAGE_CHOICES = ['auto', 'en', 'fr', 'de'] as const;

export interface Settings {
  version: 1;
  /** Host names on which Bridle stays off although it could run there. */
  sites: { off: string[] };
  /** How long the pointer rests on a mark before its card opens. */
  dwellMs: number;
  /** Language of the interface; `auto` follows the browser. */
  language: (typeof LANGUAGE_CHOICES)[number];
  muted: Muted[];
}

/** An alias that the reader does not want marked: on one site, or anywhere (`site` is null). */
export interface Muted {
  alias: string;
  site: string | null;
}

export const DEFAULT_SETTINGS: Settings = {
  version: 1,
  sites: { off: [] },
  dwellMs: 300,
  language: 'auto',
  muted: [],
};

const KEY = 'settings';
/** One item in `storage.sync` holds 8 kB; these keep a list of ordinary length well within. */
const MAX_SITES = 200;
const MAX_MUTED = 100;
const MAX_DWELL_MS = 2000;
const MAX_ALIAS_LENGTH = 80;

/** Settings from whatever was stored: what is usable is kept, the rest is as at first. Never throws. */
export function parseSettings(stored: unknown): Settings {
  const value = asRecord(stored);
  const dwellMs = value.dwellMs;
  return {
    version: 1,
    sites: { off: unique(asArray(asRecord(value.sites).off).filter(isHost)).slice(-MAX_SITES) },
    dwellMs:
      typeof dwellMs === 'number' && dwellMs >= 0 && dwellMs <= MAX_DWELL_MS ? Math.round(dwellMs) : DEFAULT_SETTINGS.dwellMs,
    language: LANGUAGE_CHOICES.find((choice) => choice === value.language) ?? DEFAULT_SETTINGS.language,
    muted: asArray(value.muted).flatMap(asMuted).slice(-MAX_MUTED),
  };
}

export async function readSettings(): Promise<Settings> {
  for (const area of [storage().local, storage().sync]) {
    const stored: Record<string, unknown> = await area.get(KEY).catch(() => ({}));
    if (stored[KEY]) return parseSettings(stored[KEY]);
  }
  return parseSettings(undefined);
}

/** Reads, changes and stores the settings; answers with what was stored. */
export async function changeSettings(change: (settings: Settings) => Settings): Promise<Settings> {
  const settings = parseSettings(change(await readSettings()));
  try {
    await storage().sync.set({ [KEY]: settings });
    await storage().local.remove(KEY);
  } catch {
    // Sync is switched off or full. A copy in `local` wins over the one in `sync` until sync works again.
    await storage().local.set({ [KEY]: settings });
  }
  return settings;
}

/** Calls back with the settings whenever any surface changes them. */
export function watchSettings(onChange: (settings: Settings) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>) => {
    // A script that an update of the extension left behind on a page has no storage to read any more.
    if (KEY in changes && runtime()?.id) void readSettings().then(onChange);
  };
  storage().onChanged.addListener(listener);
  signal.addEventListener('abort', () => storage().onChanged.removeListener(listener));
}

export function isMuted(settings: Settings, alias: string, site: string): boolean {
  return settings.muted.some((muted) => muted.alias === alias && (muted.site === null || muted.site === site));
}

export const mute = (muted: Muted) => (settings: Settings): Settings => ({
  ...unmute(muted)(settings),
  muted: [...unmute(muted)(settings).muted, muted],
});

export const unmute = ({ alias, site }: Muted) => (settings: Settings): Settings => ({
  ...settings,
  muted: settings.muted.filter((other) => other.alias !== alias || other.site !== site),
});

/** Host names as `location.hostname` has them: punycode, no port; IPv6 in brackets. */
function isHost(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 253 && /^(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*|\[[0-9a-f:]+\])$/.test(value);
}

function asMuted(value: unknown): Muted[] {
  const { alias, site } = asRecord(value);
  const usable = typeof alias === 'string' && alias.length > 0 && alias.length <= MAX_ALIAS_LENGTH && (site === null || isHost(site));
  return usable ? [{ alias, site }] : [];
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
const asArray = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const unique = <T>(values: T[]): T[] => [...new Set(values)];
