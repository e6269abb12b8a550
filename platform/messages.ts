/**
 * The messages between a page's scripts and the background. Whatever arrives is looked at before it is believed: it must come from
 * this extension, and have the shape that its type says.
 */
import type { Runtime } from 'webextension-polyfill';
import type { ClaimMatch } from '../matching/model.ts';
import type { Passage } from '../matching/claims/passages.ts';
import type { Dossier } from '../presentation/dossier.ts';
import { runtime } from './runtime.ts';

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

/** The message, or null where it is none of ours. */
export function parseTabMessage(message: unknown): TabMessage | null {
  if (!isRecord(message)) return null;
  const { type, direction, place, origins } = message;
  if (type === 'step' && (direction === 1 || direction === -1)) return { type, direction };
  if (type === 'jump' && isPlace(place)) return { type, place };
  if (type === 'report') return { type };
  if (type === 'stop' && Array.isArray(origins) && origins.every((origin) => typeof origin === 'string'))
    return { type, origins };
  return null;
}

/**
 * Sends to the background and gives its answer. Tried twice, because the browser may end the background over its work, and starts it again for the
 * next message: Firefox rejects then, Chrome answers with nothing. No answer is no error: an update may have left this script behind.
 */
export async function tellBackground(message: PageMessage): Promise<unknown> {
  for (let tries = 2; tries > 0; tries--) {
    try {
      const answer: unknown = await runtime().sendMessage(message);
      if (answer) return answer;
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

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isPlace = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
