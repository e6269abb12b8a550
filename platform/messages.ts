/**
 * The messages between a page's scripts and the background. Whatever arrives is looked at before it is believed: it must come from
 * this extension, and have the shape that its type says.
 */
import type { Runtime } from 'webextension-polyfill';
import type { ClaimMatch } from '../matching/model.ts';
import type { Passage } from '../matching/passages.ts';
import type { Dossier } from '../page/model.ts';
import { runtime } from './runtime.ts';
import { isHost, MAX_ALIAS_LENGTH } from './settings-values.ts';

/** From a page's script to the background. */
export type PageMessage =
  | { type: 'affair' }
  | { type: 'dossier'; dossier: Dossier }
  /** The reader's choices; the answer is the `Settings`. */
  | { type: 'settings' }
  | { type: 'mute'; alias: string; site: string | null; isMuted: boolean }
  /** Which claims do these passages restate or dispute? The answer is a `ClaimMatch[][]`. */
  | { type: 'claims'; passages: Passage[] };

/** From the background or a surface to the scripts of a tab. */
export type TabMessage =
  | { type: 'step'; direction: 1 | -1 }
  | { type: 'jump'; place: number }
  /** Say again what the page holds. */
  | { type: 'report' }
  /** End, on pages that one of these match patterns covers: the reader took the access back. */
  | { type: 'stop'; origins: string[] };

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
  if (message.type === 'dossier' && isDossier(message.dossier)) return { type: 'dossier', dossier: trimmed(message.dossier) };
  if (message.type === 'claims' && isList(message.passages, isPassage, MAX_PASSAGES)) return { type: 'claims', passages: message.passages as Passage[] };
  return null;
}

/** The message, or null where it is none of ours. */
export function parseTabMessage(message: unknown): TabMessage | null {
  if (!isRecord(message)) return null;
  const { type, direction, place, origins } = message;
  if (type === 'step' && (direction === 1 || direction === -1)) return { type, direction };
  if (type === 'jump' && isPlace(place)) return { type, place };
  if (type === 'report') return { type };
  if (type === 'stop' && Array.isArray(origins) && origins.every((origin) => typeof origin === 'string')) return { type, origins };
  return null;
}

/** The frame that a message came from; null unless it is a page's script of this extension. */
export function frameOf(sender: Runtime.MessageSender): Frame | null {
  const { id, tab, frameId } = sender;
  return id === runtime().id && tab?.id !== undefined && frameId !== undefined ? { tabId: tab.id, frameId } : null;
}

/**
 * Sends to the background and gives its answer. Tried twice, because the browser may end the background over its work and starts it again for the
 * next message. No answer is no error: an update may have left this script behind.
 */
export async function tellBackground(message: PageMessage): Promise<unknown> {
  for (let tries = 2; tries > 0; tries--) {
    try {
      return await runtime().sendMessage(message);
    } catch {
      // Nobody there
    }
  }
  return null;
}

/** The background's answer for each passage; null where there is none. */
export async function askForClaims(passages: Passage[]): Promise<ClaimMatch[][] | null> {
  return (await tellBackground({ type: 'claims', passages })) as ClaimMatch[][] | null;
}

/** Calls back with what the background or a surface of this extension says to this page's scripts. */
export function onTabMessage(onMessage: (message: TabMessage) => void, signal: AbortSignal): void {
  const listener = (raw: unknown, sender: Runtime.MessageSender): undefined => {
    // Only the extension's own pages can send to a tab's scripts, so the sender's id says enough.
    const message = sender.id === runtime().id ? parseTabMessage(raw) : null;
    if (message) onMessage(message);
  };
  runtime().onMessage.addListener(listener);
  signal.addEventListener('abort', () => runtime().onMessage?.removeListener(listener));
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
    matches: matches.slice(0, MAX_ENTRIES)
      .map(({ claim, stance, sentence, confidence, place }) => ({ claim, stance, sentence: sentence.slice(0, MAX_TEXT_LENGTH), confidence, place }))
      .filter(({ claim, sentence }) => hasRoom(claim, sentence)),
    mentions: mentions.slice(0, MAX_ENTRIES)
      .map(({ entity, text, before, after, confidence, doubtful, place }) => ({ entity, text, before, after, confidence, doubtful, place }))
      .filter(({ entity, text, before, after }) => hasRoom(entity, text, before, after)),
  };
}

function readMute({ alias, site, isMuted }: Record<string, unknown>): PageMessage | null {
  const isAlias = typeof alias === 'string' && alias.length > 0 && alias.length <= MAX_ALIAS_LENGTH;
  return isAlias && (site === null || isHost(site)) && typeof isMuted === 'boolean' ? { type: 'mute', alias, site, isMuted } : null;
}

function isPassage(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { text, mentions, before } = value;
  return typeof text === 'string' && text.length <= MAX_PASSAGE_LENGTH && isList(mentions, isSpanOfEntity) && isList(before, isText);
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
