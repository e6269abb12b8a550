/** What a tab's scripts are told by the background and by the extension's own pages. */
import type { Runtime } from 'webextension-polyfill';
import { isCount, isRecord } from './guards.ts';
import type { TabMessage } from './messages.ts';
import { runtime } from './runtime.ts';

type Told<Type extends TabMessage['type']> = Extract<TabMessage, { type: Type }>;

/**
 * Calls back with what this page's scripts are told, as far as `read` knows it; it may be waited for. The gate knows one message only, so as
 * to stay small.
 */
export function onTabMessage<Message>(
  read: (raw: Record<string, unknown>) => Message | null,
  onMessage: (message: Message) => void | Promise<void>,
  signal: AbortSignal,
): void {
  const listener = (raw: unknown, sender: Runtime.MessageSender): Promise<true> | undefined => {
    // Only the extension's own pages can send to a tab's scripts, so the sender's id says enough.
    const message = sender.id === runtime().id && isRecord(raw) ? read(raw) : null;
    return message ? onMessage(message)?.then(() => true) : undefined;
  };
  runtime().onMessage.addListener(listener);
  signal.addEventListener('abort', () => runtime()?.onMessage?.removeListener(listener));
}

export function readStop({ type, origins }: Record<string, unknown>): Told<'stop'> | null {
  const isStop = type === 'stop' && Array.isArray(origins) && origins.every((origin) => typeof origin === 'string');
  return isStop ? { type, origins } : null;
}

export function readPageMessage(raw: Record<string, unknown>): Told<'step' | 'jump' | 'hide' | 'renew'> | null {
  const { type, direction, place, isHidden } = raw;
  if (type === 'step' && (direction === 1 || direction === -1)) return { type, direction };
  if (type === 'jump' && isCount(place)) return { type, place };
  if (type === 'hide' && typeof isHidden === 'boolean') return { type, isHidden };
  return type === 'renew' ? { type } : null;
}
