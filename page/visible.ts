/** Whether text can be seen, asked only of the few blocks that hold something to mark: it may cost the page a style calculation. */
import { isEditor } from './editors.ts';
import { closest, type Holder } from './nodes.ts';

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
  return isOpen(element) && hasShownBox(closest(element, (at) => !isOpen(at)) ?? element);
}

export interface VisibilityWatch {
  /** Watches the attributes in these roots and the events of the page; null ends all watching. */
  set(roots: Iterable<Node> | null): void;
  /** Also waits for the box of an element whose text the page does not show. */
  await(holder: Holder): void;
}

/** What shows text that has its box already, or shows it without a change in the document: `:checked`, animations, style sheets. */
const showingEvents = ['toggle', 'change', 'transitionend', 'animationstart', 'animationend', 'load'];
/** Media queries and `:target`. */
const showingWindowEvents = ['resize', 'hashchange'];

/**
 * Calls back when text that was found hidden may have shown itself. Watches only while asked to, and never polls. What it cannot see is a
 * rule that makes visible (`visibility`), without an animation, what has had its box all along; `docs/architecture.md` says when such text is read anew.
 */
export function watchVisibility(signal: AbortSignal, onChange: () => void): VisibilityWatch {
  const observer = new MutationObserver(onChange);
  /** Text without a box gets one, whatever the page has done for that: a rule, an adopted sheet, a property set by script. */
  const boxes = typeof ResizeObserver === 'function' ? new ResizeObserver(onChange) : null;
  let watched: WeakSet<Node> | null = null;
  let awaited = new WeakSet<Element>();
  signal.addEventListener('abort', stop);
  const changed = () => watched && onChange();
  const how = { capture: true, passive: true, signal };
  // From the prototype: an image may bear the name of the method
  for (const type of showingEvents) EventTarget.prototype.addEventListener.call(document, type, changed, how);
  for (const type of showingWindowEvents) globalThis.addEventListener?.(type, changed, how);

  return {
    set(roots) {
      if (signal.aborted) return;
      if (!roots) return stop();
      watched ??= new WeakSet();
      for (const root of roots) {
        if (watched.has(root)) continue;
        watched.add(root);
        observer.observe(root, { subtree: true, attributes: true });
      }
    },

    await(holder) {
      const box = closest(holder, (at) => !isOpen(at));
      // Once: what is observed anew is told of anew, though nothing has changed
      if (signal.aborted || !box || awaited.has(box)) return;
      awaited.add(box);
      boxes?.observe(box);
    },
  };

  function stop() {
    observer.disconnect();
    boxes?.disconnect();
    watched = null;
    awaited = new WeakSet();
  }
}

function isOpen(element: Element): boolean {
  return getComputedStyle(element).display === 'contents';
}
