/**
 * How long a script lives on a page. WXT's own context for content scripts announces itself by an event and a message that the page
 * can see and forge, so these scripts are unlisted ones and end by this signal alone.
 */
import { covers } from './match-pattern.ts';
import { onTabMessage, readStop } from './tab-messages.ts';
import { isLeftBehind } from './runtime.ts';
import { leave, take } from './script-world.ts';

/**
 * Aborts when the reader takes back the access to this page, when the same script starts here again (the later one takes over), and when
 * an update has left the script behind. The next version's lives in a world of its own and cannot say so: whether the extension is still
 * there is asked when the document's first children change (the later script takes an open card away) and with these events of the window.
 * @param name one for each script
 */
export function scriptLife(name: string, events: readonly string[] = []): AbortSignal {
  const life = new AbortController();
  (take(name) as AbortController | undefined)?.abort();
  leave(name, life);
  const end = ({ origins }: { origins: string[] }) => {
    if (origins.some((pattern) => covers(pattern, pageOrigin()))) life.abort();
  };
  onTabMessage(readStop, end, life.signal);
  const look = () => isLeftBehind() && life.abort();
  const left = new MutationObserver(look);
  left.observe(document.documentElement, { childList: true });
  for (const type of events) addEventListener(type, look, { capture: true, passive: true, signal: life.signal });
  life.signal.addEventListener('abort', () => left.disconnect());
  return life.signal;
}

/** `self.origin` is that of the page in an `about:blank` or `srcdoc` frame too, where `location` has none. */
const pageOrigin = (): string => globalThis.origin;
