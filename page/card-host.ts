/**
 * The one element that Bridle adds to a page: a host whose shadow tree holds the card, in the top layer. The page may remove, move, restyle
 * or define it; each opening puts it back as it was. It is there only while a card is open: a page that takes over its own markup late
 * (hydration) would throw that away for one element that it does not know.
 */
import { bornOutside } from './born-outside.ts';
import { closest, parentOf, rootElementOf } from './nodes.ts';
import type { Place } from './place.ts';
import { sheetOf } from './sheet.ts';
import type { Theme } from './theme.ts';

export interface CardHost {
  readonly element: HTMLElement;
  /**
   * Puts the host into the document, shows the panel and returns the empty container to draw into: `<div class="bridle-card" data-theme="light|dark" data-sheet>`, which
   * scrolls inside. `near` is the text that the card explains.
   */
  open(near: Node, theme: Theme, sheet: boolean): HTMLElement;
  /** The size that the drawn card would like to have, within that of a card. */
  size(): { width: number; height: number };
  move(place: Place): void;
  /** Takes the host out of the document. */
  close(): void;
  /** The pointer has moved in the card, or outside of it. */
  enter(isInside: boolean): void;
  /** Closes what is open within the card, the last first; false where nothing is. */
  closeInner(): boolean;
  /** Calls back when the reader clicks in the card, but for its tools, which say themselves what becomes of it. */
  onUse(callback: () => void): void;
  /** Whether an event happened in the card. */
  holds(event: Event): boolean;
  /** Puts the focus on the first thing in the card that takes it, or on the card itself. */
  focus(): void;
  /** Calls back when the drawn card changes its size. */
  onResize(callback: () => void): void;
  hasFocus(): boolean;
}

/** A higher card would cover more than it tells: it scrolls inside. In the reader's own font size. */
const tallestEm = 24;

/**
 * Only what the placing needs; the looks are the caller's. What is important in a shadow tree outweighs all that the page says of the host.
 * A card that came under a pointer at rest takes no wheel from the page: it scrolls once the pointer has moved in it.
 * No custom properties, which a page could register for itself; and nothing to select, for a selection tells the page its words.
 */
const frameCss = `
:host { all: initial !important; display: contents !important; }
.bridle-panel { all: initial; position: fixed; display: none; z-index: 2147483647; box-sizing: border-box; }
.bridle-panel:popover-open, .bridle-panel[data-open] { display: block; }
.bridle-card { box-sizing: border-box; max-width: 100%; overflow: hidden; scrollbar-gutter: stable; -webkit-user-select: none; user-select: none; }
.bridle-card:is([data-sheet], :focus-within) { overflow: auto; }
.bridle-card[data-entered] { overflow: auto; overscroll-behavior: contain; }
.bridle-card[data-sheet] { width: 100%; }
@media print { .bridle-panel { display: none !important; } }
`;

export function createCardHost(document: Document, css: string, openShadow: boolean): CardHost {
  const root = rootElementOf(document);
  const element = bornOutside('bridle-card');
  const shadow = element.attachShadow({ mode: openShadow ? 'open' : 'closed' });
  const sheets = [sheetOf(frameCss), sheetOf(css)];
  const panel = bornOutside('div');
  panel.className = 'bridle-panel';
  panel.setAttribute('popover', 'manual');
  shadow.append(panel);
  let container = createContainer(() => used());
  let resized = () => {};
  let used = () => {};
  const sizes = typeof ResizeObserver === 'function' ? new ResizeObserver(() => resized()) : null;

  return {
    element,

    open(near, theme, sheet) {
      putInto(homeFor(near, root));
      for (const name of element.getAttributeNames()) element.removeAttribute(name);
      sizes?.disconnect();
      container.remove();
      // Sized anew: a host that the page took out while it was open had shrunk to nothing
      panel.removeAttribute('style');
      container = createContainer(() => used());
      container.dataset.theme = theme;
      container.toggleAttribute('data-sheet', sheet);
      panel.append(container);
      show();
      unzoom(panel);
      sizes?.observe(container);
      return container;
    },

    size: () => sizeOf(container),

    move({ left, top, width, maxHeight }) {
      panel.style.left = `${left}px`;
      panel.style.top = `${top}px`;
      panel.style.width = container.hasAttribute('data-sheet') ? `${width}px` : 'max-content';
      panel.style.maxWidth = `${width}px`;
      container.style.maxHeight = `${maxHeight}px`;
    },

    close() {
      sizes?.disconnect();
      hide();
      container.remove();
      element.remove();
    },

    enter: (isInside) => container.toggleAttribute('data-entered', isInside),

    closeInner() {
      const open = [...container.querySelectorAll<HTMLElement>('[data-escape], details[open] > summary')].at(-1);
      open?.click();
      return open !== undefined;
    },

    onUse(callback) {
      used = callback;
    },

    holds: (event) => event.composedPath().includes(element),

    focus() {
      const first = container.querySelector<HTMLElement>(
        'a[href], button:not([disabled]), input, summary, [tabindex="0"]',
      );
      (first ?? container).focus({ preventScroll: true });
    },

    onResize(callback) {
      resized = callback;
    },

    hasFocus: () => shadow.activeElement !== null,
  };

  /** Adopted sheets are not subject to the page's content security policy, but are lost on the way from one document to another. */
  function putInto(home: Element) {
    if (parentOf(element) !== home) Element.prototype.append.call(home, element);
    shadow.adoptedStyleSheets = sheets;
  }

  /** To the front of the top layer, above what the page has put there since. */
  function show() {
    hide();
    panel.setAttribute('data-open', '');
    panel.showPopover?.();
  }

  function hide() {
    panel.removeAttribute('data-open');
    if (element.isConnected && panel.matches(':popover-open')) panel.hidePopover();
  }
}

/** What the drawn card would like to have, within the size of a card. */
function sizeOf(container: HTMLElement): { width: number; height: number } {
  const { width } = container.getBoundingClientRect();
  const height = container.scrollHeight + container.offsetHeight - container.clientHeight;
  return { width, height: Math.min(height, tallestEm * (parseFloat(getComputedStyle(container).fontSize) || 16)) };
}

function createContainer(onUse: () => void): HTMLElement {
  const created = bornOutside('div');
  created.className = 'bridle-card';
  created.tabIndex = -1;
  created.addEventListener('click', ({ target, isTrusted }) => {
    if (isTrusted && !(target as Element).closest('.tools')) onUse();
  });
  return created;
}

/**
 * Beside a modal dialog or a fullscreen element all else is inert, our panel too: while the card explains text in one, the host lives
 * there. The other way, a modal dialog of our own, would make the page inert for a mere hover.
 */
function homeFor(near: Node, root: Element): Element {
  return closest(near, (at) => Element.prototype.matches.call(at, ':modal, :fullscreen')) ?? root;
}

/** A page that is zoomed by its style zooms the panel too, and with it the lengths by which it is placed. */
function unzoom(panel: HTMLElement) {
  const { currentCSSZoom: zoom } = panel;
  if (zoom > 0 && zoom !== 1) panel.style.setProperty('zoom', String(1 / zoom));
}

/** Takes away hosts that have no script any more, or one that an update has left behind. */
export function removeLeftHosts(document: Document): void {
  for (const left of rootElementOf(document).querySelectorAll(':scope > :is(bridle-card, bridle-ticks)')) left.remove();
}
