/** The asking end of messages: scripts on pages, and the extension's own pages. */
import type { Runtime } from 'webextension-polyfill';
import { isAnswer } from './answers.ts';
import { isCount, isRecord } from './guards.ts';
import type { AnyRequests, DossiersChanged, TabMessage } from './messages.ts';
import { isLeftBehind, runtime } from './runtime.ts';

/**
 * Asks the background. Tried twice, because the browser may end the background over its work, and starts it again for the next message:
 * Firefox rejects then, Chrome answers with nothing. Null where nobody answers, or not as agreed: an update may have left this script behind.
 */
export async function ask<Name extends keyof AnyRequests>(
  name: Name,
  sent: AnyRequests[Name]['sent'],
): Promise<AnyRequests[Name]['got'] | null> {
  for (let tries = 2; tries > 0 && !isLeftBehind(); tries--) {
    try {
      const answer: unknown = await runtime().sendMessage({ ask: name, sent });
      if (isAnswer(name, answer)) return answer;
    } catch {
      // Nobody there
    }
  }
  return null;
}

/** Calls back with what the background or one of the extension's own pages says to this page's scripts; it may be waited for. */
export function onTabMessage(onMessage: (message: TabMessage) => void | Promise<void>, signal: AbortSignal): void {
  const listener = (raw: unknown, sender: Runtime.MessageSender): Promise<true> | undefined => {
    // Only the extension's own pages can send to a tab's scripts, so the sender's id says enough.
    const message = sender.id === runtime().id ? parseTabMessage(raw) : null;
    return message ? onMessage(message)?.then(() => true) : undefined;
  };
  listen(listener, signal);
}

/** Calls back with the number of each tab of which the dossiers have changed. */
export function onDossiersChanged(onChange: (tabId: number) => void, signal: AbortSignal): void {
  const listener = (raw: unknown): undefined => {
    const { changed } = (isRecord(raw) ? raw : {}) as Partial<DossiersChanged>;
    if (isCount(changed)) onChange(changed);
  };
  listen(listener, signal);
}

/** The message, or null where it is none of ours. */
export function parseTabMessage(message: unknown): TabMessage | null {
  if (!isRecord(message)) return null;
  const { type, direction, place, origins } = message;
  if (type === 'step' && (direction === 1 || direction === -1)) return { type, direction };
  if (type === 'jump' && isCount(place)) return { type, place };
  if (type === 'renew') return { type };
  if (type === 'stop' && Array.isArray(origins) && origins.every((origin) => typeof origin === 'string'))
    return { type, origins };
  return null;
}

function listen(
  listener: (raw: unknown, sender: Runtime.MessageSender) => Promise<true> | undefined,
  signal: AbortSignal,
) {
  runtime().onMessage.addListener(listener);
  signal.addEventListener('abort', () => runtime()?.onMessage?.removeListener(listener));
}
