/** What a tab's scripts are told by the background and by the extension's own pages. */
import type { Runtime } from 'webextension-polyfill';
import { isCount, isRecord } from './guards.ts';
import type { TabMessage } from './messages.ts';
import { runtime } from './runtime.ts';

/** Calls back with what this page's scripts are told; it may be waited for. */
export function onTabMessage(onMessage: (message: TabMessage) => void | Promise<void>, signal: AbortSignal): void {
  const listener = (raw: unknown, sender: Runtime.MessageSender): Promise<true> | undefined => {
    // Only the extension's own pages can send to a tab's scripts, so the sender's id says enough.
    const message = sender.id === runtime().id ? parseTabMessage(raw) : null;
    return message ? onMessage(message)?.then(() => true) : undefined;
  };
  runtime().onMessage.addListener(listener);
  signal.addEventListener('abort', () => runtime()?.onMessage?.removeListener(listener));
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
