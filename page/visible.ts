/** Whether text can be seen, asked only of the few blocks that hold something to mark: it may cost the page a style calculation. */
import { isEditor } from './editors.ts';
import { closest } from './nodes.ts';

/** False for text that the page hides, or that is being edited. Reads styles. */
export type Shown = (text: Text) => boolean;

/** For one look at the page, during which nothing changes: each element is asked once. */
export function createShown(): Shown {
  const known = new Map<Element | null, boolean>();
  return (text) => {
    const element = closest(text, () => true);
    let shown = known.get(element);
    if (shown === undefined) known.set(element, (shown = element !== null && isElementShown(element)));
    return shown;
  };
}

function isElementShown(element: Element): boolean {
  if (element.ownerDocument.designMode === 'on' || isEditor(element)) return false;
  const check: unknown = element.checkVisibility;
  if (typeof check !== 'function') return true;
  const hasShownBox = (at: Element) =>
    check.call(at, { visibilityProperty: true, contentVisibilityAuto: false }) === true;
  if (hasShownBox(element)) return true;
  // Without a box of its own, an element shows its text in the one around
  const isOpen = (at: Element) => getComputedStyle(at).display === 'contents';
  return isOpen(element) && hasShownBox(closest(element, (at) => !isOpen(at)) ?? element);
}

/** Calls back when an attribute changes by which pages hide and show text. Watches only while asked to. */
export function watchVisibility(
  signal: AbortSignal,
  onChange: () => void,
): { set(roots: Iterable<Node> | null): void } {
  const observer = new MutationObserver(onChange);
  let watched: WeakSet<Node> | null = null;
  signal.addEventListener('abort', () => observer.disconnect());
  // Media queries and opened details hide and show without an attribute of ours to see.
  for (const type of ['toggle', 'resize']) {
    globalThis.addEventListener?.(type, () => watched && onChange(), { capture: true, passive: true, signal });
  }
  return {
    set(roots) {
      if (signal.aborted) return;
      if (!roots) {
        observer.disconnect();
        watched = null;
        return;
      }
      watched ??= new WeakSet();
      for (const root of roots) {
        if (watched.has(root)) continue;
        watched.add(root);
        observer.observe(root, {
          subtree: true,
          attributeFilter: ['class', 'style', 'hidden', 'open', 'contenteditable'],
        });
      }
    },
  };
}
