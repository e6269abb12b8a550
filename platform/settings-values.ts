/** What settings may hold, and how whatever was stored is read back: what is usable is kept, the rest is as at first. */
import { LANGUAGES } from '../data/languages.ts';
import { DEFAULT_LOOKS } from './default-looks.ts';
import { isHost, siteOfHost } from './hosts.ts';

/** Which mentions of the same entity are marked: every one, the first after each heading, or the first on the page. */
export type Density = 'every' | 'section' | 'page';

/** How a mention is marked. Matched sentences keep their own mark. */
export type MarkStyle = 'dotted' | 'solid' | 'shaded' | 'none';

/** Which matched sentences are marked: those where something is contested, every match, or none. */
export type SentenceChoice = 'contested' | 'every' | 'none';

/** Which key is held while cards open on hover; `none` where the pointer alone opens them. */
export type CardKey = 'none' | 'alt' | 'ctrl' | 'shift';

export const SETTINGS_VERSION = 2;

export const LANGUAGE_CHOICES = ['auto', ...LANGUAGES] as const;
export const DENSITIES = ['every', 'section', 'page'] as const satisfies readonly Density[];
export const SENTENCE_CHOICES = ['contested', 'every', 'none'] as const satisfies readonly SentenceChoice[];
export const CARD_KEYS = ['none', 'alt', 'ctrl', 'shift'] as const satisfies readonly CardKey[];
export const MARK_STYLES = ['dotted', 'solid', 'shaded', 'none'] as const satisfies readonly MarkStyle[];

/**
 * Where a list is full, the reader is told, and nothing makes room for anything. One item in `storage.sync` holds 8 kB, some 300 sites; a
 * longer list is kept on this device alone, which the options say.
 */
export const MAX_SITES = 2_000;
export const MAX_MUTED = 500;
export const MAX_DWELL_MS = 2000;
export const MAX_ALIAS_LENGTH = 80;
export const MAX_CLAIM_LENGTH = 80;

export interface Settings {
  version: typeof SETTINGS_VERSION;
  /** Host names on which Bridle stays off although it could run there. */
  sites: { off: string[] };
  /** How long the pointer rests on a mark before its card opens. */
  dwellMs: number;
  /** Which key is held while cards open on hover. */
  cardKey: CardKey;
  /** Which mentions of the same entity are marked. */
  density: Density;
  markStyle: MarkStyle;
  sentences: SentenceChoice;
  /** Whether ticks at the page's edge show where contested sentences are. */
  ticks: boolean;
  /** Whether the toolbar button shows how much is contested on the page. */
  badge: boolean;
  /** Language of the interface; `auto` follows the browser. */
  language: (typeof LANGUAGE_CHOICES)[number];
  muted: Muted[];
}

/** What can be called a wrong match: an alias, or a claim that sentences are matched with. */
export type Mutable = { alias: string } | { claim: string };

/** What the reader does not want marked: on one site, or anywhere (`site` is null). */
export type Muted = Mutable & {
  site: string | null;
  /** The site on a page of which "wrong match" was chosen. A page whose process is in wrong hands could ask for that itself. */
  from?: string;
};

/** What the reader chooses, each kept by itself. */
export type SettingKey = Exclude<keyof Settings, 'version'>;

export const DEFAULT_SETTINGS: Settings = {
  version: SETTINGS_VERSION,
  sites: { off: [] },
  ...DEFAULT_LOOKS,
  badge: true,
  language: 'auto',
  muted: [],
};

/** `intact` is false where something that was stored could not be kept. */
interface Reading<Value> {
  value: Value;
  intact: boolean;
}

const READERS: { [Key in SettingKey]: (stored: unknown) => Reading<Settings[Key]> } = {
  sites(stored) {
    const { value, intact } = readList((stored as { off?: unknown } | null)?.off, isHost, MAX_SITES);
    return { value: { off: [...new Set(value.map(siteOfHost))] }, intact };
  },
  dwellMs(stored) {
    const intact = typeof stored === 'number' && stored >= 0 && stored <= MAX_DWELL_MS;
    return { value: intact ? Math.round(stored) : DEFAULT_SETTINGS.dwellMs, intact };
  },
  cardKey: oneOf(CARD_KEYS, DEFAULT_SETTINGS.cardKey),
  density: oneOf(DENSITIES, DEFAULT_SETTINGS.density),
  markStyle: oneOf(MARK_STYLES, DEFAULT_SETTINGS.markStyle),
  sentences: oneOf(SENTENCE_CHOICES, DEFAULT_SETTINGS.sentences),
  ticks: oneOf([true, false], DEFAULT_SETTINGS.ticks),
  badge: oneOf([true, false], DEFAULT_SETTINGS.badge),
  language: oneOf(LANGUAGE_CHOICES, DEFAULT_SETTINGS.language),
  muted(stored) {
    const { value, intact } = readList(stored, isMutedEntry, MAX_MUTED);
    return {
      value: value.map(({ site, from, ...what }) => ({
        ...('claim' in what ? { claim: what.claim } : { alias: what.alias }),
        site: site === null ? null : siteOfHost(site),
        ...(from !== undefined && { from: siteOfHost(from) }),
      })),
      intact,
    };
  },
};

export const SETTING_KEYS = Object.keys(READERS) as SettingKey[];

/** Settings from whatever was stored, and the keys of which something was lost by that. Never throws. */
export function repairSettings(stored: unknown): { settings: Settings; lost: SettingKey[] } {
  const lost: SettingKey[] = [];
  const given = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
  const read = SETTING_KEYS.filter((key) => given[key] !== undefined).map((key) => {
    const { value, intact } = READERS[key](given[key]);
    if (!intact) lost.push(key);
    return [key, value] as const;
  });
  return { settings: { ...DEFAULT_SETTINGS, ...Object.fromEntries(read) }, lost };
}

export const parseSettings = (stored: unknown): Settings => repairSettings(stored).settings;

function isMutedEntry(value: unknown): value is Muted {
  const { alias, claim, site, from } = (value ?? {}) as Record<string, unknown>;
  return (
    (claim === undefined
      ? isTextOf(alias, MAX_ALIAS_LENGTH)
      : alias === undefined && isTextOf(claim, MAX_CLAIM_LENGTH)) &&
    (site === null || isHost(site)) &&
    (from === undefined || isHost(from))
  );
}

const isTextOf = (value: unknown, longest: number): boolean =>
  typeof value === 'string' && value.length > 0 && value.length <= longest;

function oneOf<Value>(choices: readonly Value[], fallback: Value): (stored: unknown) => Reading<Value> {
  return (stored) => {
    const intact = choices.includes(stored as Value);
    return { value: intact ? (stored as Value) : fallback, intact };
  };
}

/** The latest entries stay where there are too many. An entry that is there twice is no loss. */
function readList<Entry>(stored: unknown, isEntry: (value: unknown) => value is Entry, most: number): Reading<Entry[]> {
  if (!Array.isArray(stored)) return { value: [], intact: false };
  const usable = stored.filter(isEntry);
  const distinct = [...new Map(usable.map((entry) => [JSON.stringify(entry), entry])).values()];
  return { value: distinct.slice(-most), intact: usable.length === stored.length && distinct.length <= most };
}
