/**
 * Asks whether a page speaks of the affair: once of the whole page when the browser is idle, then of what is added. This is all that
 * runs on a page that does not.
 */

export interface GateOptions {
  /** Whether a text speaks of the affair. */
  speaks(text: string): boolean;
  /** Called once; then nothing of the gate is left. */
  onAffair(): void;
  signal: AbortSignal;
}

const shortestPauseMs = 250;
/** Each look in vain makes the next pause longer, up to this: a page that changes all day is looked at twice a minute. */
const longestPauseMs = 30_000;
const pauseGrowth = 1.2;
/** Asking may take one part in so many of the page's time. */
const pauseFactor = 50;
const mostNodes = 2_000;
/** Kept of what was added last: of two words of the affair, one may come a moment after the other. */
const longestMemory = 4_000;

export function watchForAffair({ speaks, onAffair, signal }: GateOptions): void {
  if ((document as Document & { prerendering?: boolean }).prerendering === true) {
    document.addEventListener('prerenderingchange', () => watchForAffair({ speaks, onAffair, signal }), {
      once: true,
      signal,
    });
    return;
  }
  // From the prototype, because an image may bear the name of whatever a document has. A drawing or a feed is no page to read.
  const find = (selector: string) => Document.prototype.querySelector.call(document, selector);
  if (find(':root')?.namespaceURI !== 'http://www.w3.org/1999/xhtml' || signal.aborted) return;

  let touched = new Set<Node>([document]);
  let memory = '';
  let isAsked = false;
  let notBeforeMs = 0;
  let pauseMs = shortestPauseMs;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const roots = new WeakSet<ShadowRoot>();
  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (type === 'characterData') touched.add(target);
      for (const node of addedNodes) touched.add(node);
    }
    // Too much to list: the whole page again.
    if (touched.size > mostNodes) touched = new Set([document]);
    ask();
  });
  signal.addEventListener('abort', () => observer.disconnect());
  (globalThis as { navigation?: EventTarget }).navigation?.addEventListener('navigatesuccess', hurry, { signal });
  // Not its root, which a page that writes itself anew replaces
  observe(document);
  ask();

  function observe(root: Node) {
    observer.observe(root, { childList: true, characterData: true, subtree: true });
  }

  function ask() {
    if (isAsked || signal.aborted || touched.size === 0) return;
    isAsked = true;
    timer = setTimeout(() => whenIdle(look), Math.max(0, notBeforeMs - performance.now()));
  }

  /** Another view of the page is followed as closely as the first. */
  function hurry() {
    pauseMs = shortestPauseMs;
    notBeforeMs = 0;
    clearTimeout(timer);
    isAsked = false;
    ask();
  }

  function look() {
    isAsked = false;
    if (signal.aborted) return;
    const startedAt = performance.now();
    const nodes = touched;
    touched = new Set();
    const texts = memory ? [memory] : [];
    for (const node of nodes) {
      const parent = node.parentNode;
      if (node !== document && (!parent || nodes.has(parent))) continue;
      const text: unknown = node.textContent;
      // Of a form, a field may bear that name
      texts.push(node === document || typeof text !== 'string' ? (find(':root > body')?.textContent ?? '') : text);
      for (const root of shadowRootsIn(node)) {
        texts.push(root.textContent ?? '');
        if (roots.has(root)) continue;
        roots.add(root);
        observe(root);
      }
    }
    // Joining copies: a page is mostly one text
    const text = texts.length === 1 ? texts[0]! : texts.join('\n');
    if (speaks(text)) {
      observer.disconnect();
      onAffair();
      return;
    }
    memory = text.slice(-longestMemory);
    const endedAt = performance.now();
    notBeforeMs = endedAt + Math.max(pauseMs, pauseFactor * (endedAt - startedAt));
    pauseMs = Math.min(pauseMs * pauseGrowth, longestPauseMs);
  }
}

/** Open shadow trees, nested ones too. They belong to custom elements nearly always, and those alone are asked for. */
function shadowRootsIn(node: Node): ShadowRoot[] {
  const found: ShadowRoot[] = [];
  const within: Node[] = [node];
  for (let at = within.pop(); at; at = within.pop()) {
    const names = new XPathEvaluator().evaluate(
      'descendant-or-self::*[contains(local-name(), "-")]',
      at,
      null,
      XPathResult.ORDERED_NODE_SNAPSHOT_TYPE,
    );
    for (let index = 0; index < names.snapshotLength; index++) {
      const root = (names.snapshotItem(index) as Element).shadowRoot;
      if (root) {
        found.push(root);
        for (const child of root.children) within.push(child);
      }
    }
  }
  return found;
}

function whenIdle(act: () => void) {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(act, { timeout: 1000 });
  else setTimeout(act, 1);
}
