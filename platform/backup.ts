/** The reader's settings as a file. What comes back is strange until it is proven: bounded, of the right form, and whole. */
import * as z from 'zod/mini';
import { isHost } from './hosts.ts';
import {
  CARD_KEYS,
  DENSITIES,
  LANGUAGE_CHOICES,
  MARK_STYLES,
  SENTENCE_CHOICES,
  MAX_ALIAS_LENGTH,
  MAX_CLAIM_LENGTH,
  MAX_DWELL_MS,
  MAX_MUTED,
  MAX_SITES,
  repairSettings,
  SETTINGS_VERSION,
  type Settings,
} from './settings-values.ts';

export interface Backup {
  settings: Settings;
  /** The access that the reader had given. Only the reader can give it again. */
  access: { everywhere: boolean; hosts: string[] };
}

/** `value` comes with the place of the first value that is not as it should be. */
export type BackupFault = 'size' | 'depth' | 'json' | 'foreign' | 'newer' | 'value';

/** 1 MB: many times what a full list takes. */
export const MAX_BACKUP_BYTES = 1_000_000;
const MAX_DEPTH = 8;
const KIND = 'bridle-settings';

const host = z.string().check(z.refine(isHost));
const where = { site: z.nullable(host), from: z.optional(host) };
const FILE = z.strictObject({
  kind: z.literal(KIND),
  version: z.literal(SETTINGS_VERSION),
  saved: z.string().check(z.maxLength(40)),
  settings: z.strictObject({
    sites: z.strictObject({ off: z.array(host).check(z.maxLength(MAX_SITES)) }),
    dwellMs: z.int().check(z.minimum(0), z.maximum(MAX_DWELL_MS)),
    density: z.enum(DENSITIES),
    markStyle: z.enum(MARK_STYLES),
    // Files of before these choices do not have them.
    sentences: z.optional(z.enum(SENTENCE_CHOICES)),
    cardKey: z.optional(z.enum(CARD_KEYS)),
    ticks: z.optional(z.boolean()),
    badge: z.boolean(),
    language: z.enum(LANGUAGE_CHOICES),
    muted: z
      .array(
        z.union([
          z.strictObject({ alias: z.string().check(z.minLength(1), z.maxLength(MAX_ALIAS_LENGTH)), ...where }),
          z.strictObject({ claim: z.string().check(z.minLength(1), z.maxLength(MAX_CLAIM_LENGTH)), ...where }),
        ]),
      )
      .check(z.maxLength(MAX_MUTED)),
  }),
  access: z.strictObject({ everywhere: z.boolean(), hosts: z.array(host).check(z.maxLength(MAX_SITES)) }),
});

/** The text of the file. */
export function writeBackup({ settings, access }: Backup, savedAt: Date): string {
  const { version, ...choices } = settings;
  return `${JSON.stringify({ kind: KIND, version, saved: savedAt.toISOString(), settings: choices, access }, null, 2)}\n`;
}

/** What a file holds, or why it is refused. Never throws. */
export function readBackup(text: string): { backup: Backup } | { fault: BackupFault; place: string } {
  const refuse = (fault: BackupFault, place = '') => ({ fault, place });
  if (text.length > MAX_BACKUP_BYTES) return refuse('size');
  if (depthOf(text) > MAX_DEPTH) return refuse('depth');
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return refuse('json');
  }
  const { kind, version } = (content ?? {}) as Record<string, unknown>;
  if (kind !== KIND) return refuse('foreign');
  if (typeof version === 'number' && version > SETTINGS_VERSION) return refuse('newer');
  const checked = FILE.safeParse(content);
  if (!checked.success) return refuse('value', placeOf(checked.error.issues[0]));
  const { settings, lost } = repairSettings(checked.data.settings);
  if (lost.length > 0) return refuse('value', `settings.${lost[0]}`);
  const { everywhere, hosts } = checked.data.access;
  return { backup: { settings, access: { everywhere, hosts: [...new Set(hosts)] } } };
}

/** How deep brackets are nested, counted without reading the text as JSON. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"?|[[\]{}]/gs)) {
    if (token === '[' || token === '{') deepest = Math.max(deepest, ++depth);
    else if (token === ']' || token === '}') depth--;
  }
  return deepest;
}

/** `settings.muted.3.alias`; for a key that does not belong there, with that key. */
function placeOf(issue: z.core.$ZodIssue | undefined): string {
  if (!issue) return '';
  const extra = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  return [...issue.path, ...extra].join('.').slice(0, 80);
}
