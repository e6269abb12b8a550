/**
 * How long a script lives on a page. WXT's own context for content scripts announces itself by an event and a message that the page
 * can see and forge, so these scripts are unlisted ones and end by this signal alone.
 */
import { covers } from './match-pattern.ts';
import { onTabMessage } from './messages.ts';
import { leave, take } from './script-world.ts';

/**
 * Aborts when the reader takes back the access to this page, and when the same script starts here again (the later one takes over).
 * @param name one for each script
 */
export function scriptLife(name: string): AbortSignal {
  const life = new AbortController();
  (take(name) as AbortController | undefined)?.abort();
  leave(name, life);
  onTabMessage((message) => {
    if (message.type === 'stop' && message.origins.some((pattern) => covers(pattern, pageOrigin()))) life.abort();
  }, life.signal);
  return life.signal;
}

/** `self.origin` is that of the page in an `about:blank` or `srcdoc` frame too, where `location` has none. */
const pageOrigin = (): string => globalThis.origin;
