/** The background's end of what pages say. Whatever arrives is looked at before it is believed: a page's process may be in wrong hands. */
import type { Runtime } from 'webextension-polyfill';
import type { Passage } from '../matching/claims/passages.ts';
import type { Dossier } from '../presentation/dossier.ts';
import { excerptAfter, excerptBefore } from '../presentation/excerpt.ts';
import type { PageMessage } from './messages.ts';
import { runtime } from './runtime.ts';
import { isHost, MAX_ALIAS_LENGTH } from './settings-values.ts';

/** Where a page's message came from. */
export interface Frame {
  tabId: number;
  frameId: number;
}

const MAX_ENTRIES = 20_000;
const MAX_TEXT_LENGTH = 4_000;
/** Of all texts of a dossier: the session holds 10 MB, in which a letter may take three. */
const MAX_DOSSIER_LENGTH = 2_000_000;
/** A page asks for 200, and for the ones before them. */
const MAX_PASSAGES = 500;
/** The page layer cuts longer blocks. */
const MAX_PASSAGE_LENGTH = 40_000;

/** The message, or null where it is none of ours. */
export function parsePageMessage(message: unknown): PageMessage | null {
  if (!isRecord(message)) return null;
  if (message.type === 'affair' || message.type === 'settings') return { type: message.type };
  if (message.type === 'mute') return readMute(message);
  if (message.type === 'dossier' && isDossier(message.dossier))
    return { type: 'dossier', dossier: trimmed(message.dossier) };
  if (message.type === 'claims' && isList(message.passages, isPassage, MAX_PASSAGES))
    return { type: 'claims', passages: message.passages as Passage[] };
  return null;
}

/** The frame that a message came from; null unless it is a page's script of this extension. */
export function frameOf(sender: Runtime.MessageSender): Frame | null {
  const { id, tab, frameId } = sender;
  return id === runtime().id && tab?.id !== undefined && frameId !== undefined ? { tabId: tab.id, frameId } : null;
}

function isDossier(value: unknown): value is Dossier {
  if (!isRecord(value)) return false;
  const { mentions, matches } = value;
  return isList(mentions, isMentionEntry, Infinity) && isList(matches, isMatchEntry, Infinity);
}

/** What belongs to a dossier, and of an endless page the beginning. */
function trimmed({ mentions, matches }: Dossier): Dossier {
  let left = MAX_DOSSIER_LENGTH;
  const hasRoom = (...texts: string[]) => texts.every((text) => (left -= text.length) >= 0);
  return {
    matches: matches
      .slice(0, MAX_ENTRIES)
      .map(({ claim, stance, sentence, confidence, place }) => ({
        claim,
        stance,
        sentence: sentence.slice(0, MAX_TEXT_LENGTH),
        confidence,
        place,
      }))
      .filter(({ claim, sentence }) => hasRoom(claim, sentence)),
    mentions: mentions
      .slice(0, MAX_ENTRIES)
      .map(({ entity, text, before, after, confidence, doubtful, place }) => ({
        entity,
        text,
        before: excerptBefore(before),
        after: excerptAfter(after),
        confidence,
        doubtful,
        place,
      }))
      .filter(({ entity, text, before, after }) => hasRoom(entity, text, before, after)),
  };
}

function readMute({ alias, site, isMuted }: Record<string, unknown>): PageMessage | null {
  const isAlias = typeof alias === 'string' && alias.length > 0 && alias.length <= MAX_ALIAS_LENGTH;
  return isAlias && (site === null || isHost(site)) && typeof isMuted === 'boolean'
    ? { type: 'mute', alias, site, isMuted }
    : null;
}

function isPassage(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { text, mentions, before } = value;
  return (
    typeof text === 'string' &&
    text.length <= MAX_PASSAGE_LENGTH &&
    isList(mentions, isSpanOfEntity) &&
    isList(before, isText)
  );
}

function isSpanOfEntity(value: unknown): boolean {
  return isRecord(value) && isPlace(value.start) && isPlace(value.end) && isText(value.entity);
}

function isMentionEntry(value: unknown): boolean {
  return (
    isRecord(value) &&
    isText(value.entity) &&
    isText(value.text) &&
    isText(value.before) &&
    isText(value.after) &&
    isConfidence(value.confidence) &&
    typeof value.doubtful === 'boolean' &&
    isPlace(value.place)
  );
}

function isMatchEntry(value: unknown): boolean {
  return (
    isRecord(value) &&
    isText(value.claim) &&
    (value.stance === 'restates' || value.stance === 'disputes') &&
    typeof value.sentence === 'string' &&
    value.sentence.length <= MAX_PASSAGE_LENGTH &&
    isConfidence(value.confidence) &&
    isPlace(value.place)
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isText = (value: unknown): boolean => typeof value === 'string' && value.length <= MAX_TEXT_LENGTH;
const isPlace = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isConfidence = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= 1;
const isList = (value: unknown, isEntry: (entry: unknown) => boolean, most = MAX_ENTRIES): boolean =>
  Array.isArray(value) && value.length <= most && value.every(isEntry);
