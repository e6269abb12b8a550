/** Small ticks at the page's edge where contested sentences are, for readers who want them. They lie over the page, and move nothing in it. */
import { bornOutside } from './born-outside.ts';
import type { Mark, Marks } from './marks.ts';
import { rootElementOf } from './nodes.ts';
import { sheetOf } from './sheet.ts';

export interface Ticks {
  /** Puts a tick for each of the marks, or takes all away where there are none. */
  draw(marks: readonly Mark[]): void;
}

export interface TicksOptions {
  document: Document;
  marks: Marks;
  /** The reader has clicked on a tick. */
  onGo(mark: Mark): void;
  openShadow: boolean;
  signal: AbortSignal;
}

/** Nothing but a tick takes the pointer. In forced colours the tick keeps a colour of the reader's. */
const css = `
:host { all: initial !important; position: fixed !important; inset: 0 0 0 auto !important; width: 12px !important;
  pointer-events: none !important; z-index: 2147483646 !important; }
i { position: absolute; right: 0; width: 10px; height: 3px; border-block: 3px solid transparent; margin-top: -4px;
  background: #d2493f content-box; background-clip: padding-box; pointer-events: auto; cursor: pointer; }
@media (forced-colors: active) { i { forced-color-adjust: none; background-color: LinkText; } }
@media print { :host { display: none !important; } }
`;

export function createTicks({ document, marks, onGo, openShadow, signal }: TicksOptions): Ticks {
  const root = rootElementOf(document);
  let host: HTMLElement | null = null;
  let shadow: ShadowRoot | null = null;
  let shown: readonly Mark[] = [];
  /** A page grows while its pictures load. */
  let sizes: ResizeObserver | null = null;
  signal.addEventListener('abort', () => draw([]));
  return { draw };

  function draw(now: readonly Mark[]) {
    shown = now;
    if (shown.length === 0) {
      sizes?.disconnect();
      host?.remove();
      host = shadow = null;
      return;
    }
    if (!host) {
      host = bornOutside('bridle-ticks');
      host.setAttribute('aria-hidden', 'true');
      shadow = host.attachShadow({ mode: openShadow ? 'open' : 'closed' });
      Element.prototype.append.call(root, host);
      shadow.adoptedStyleSheets = [sheetOf(css)];
      sizes ??= new ResizeObserver(() => put());
      sizes.observe(root);
    }
    put();
  }

  function put() {
    const height = root.scrollHeight;
    shadow?.replaceChildren(
      ...shown.flatMap((mark) => {
        const [line] = marks.rects(mark);
        if (!line || height === 0) return [];
        const tick = bornOutside('i');
        tick.style.top = `${(100 * (line.top + globalThis.scrollY)) / height}%`;
        tick.addEventListener('click', ({ isTrusted }) => isTrusted && onGo(mark));
        return [tick];
      }),
    );
  }
}
