/**
 * The page's end of the port by which the panel learns what is in view. The port is open as long as the panel shows the page: while nobody
 * listens, nobody looks.
 */
import type { Runtime } from 'webextension-polyfill';
import { runtime } from './runtime.ts';

export const VIEW_PORT = 'in-view';
/** Many times what fits into a window. */
export const mostInView = 5_000;

/** Calls back when somebody begins to listen, with the way to tell, and a signal that aborts when they stop. */
export function onWatcher(
  onOpen: (tell: (places: number[]) => void, signal: AbortSignal) => void,
  signal: AbortSignal,
): void {
  const listener = (port: Runtime.Port) => {
    if (port.name !== VIEW_PORT || port.sender?.id !== runtime().id) return;
    const life = new AbortController();
    port.onDisconnect.addListener(() => life.abort());
    const either = AbortSignal.any([life.signal, signal]);
    either.addEventListener('abort', () => port.disconnect());
    onOpen((places) => port.postMessage(places.slice(0, mostInView)), either);
  };
  runtime().onConnect.addListener(listener);
  signal.addEventListener('abort', () => runtime()?.onConnect?.removeListener(listener));
}
