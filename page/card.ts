/** Opens, places and closes the card as the hover machine decides. */
import { createCardHost } from './card-host.ts';
import { hover, resting, type HoverEvent, type HoverState } from './hover.ts';
import { sameSpan } from './mark.ts';
import type { Mark, Marks } from './marks.ts';
import type { DrawCard } from './model.ts';
import { rootElementOf } from './nodes.ts';
import { place, type Rect } from './place.ts';
import { themeBehind } from './theme.ts';

export interface CardOptions {
  document: Document;
  marks: Marks;
  draw: DrawCard;
  css: string;
  openShadow: boolean;
  dwellMs(): number;
  onMute(alias: string, where: 'here' | 'everywhere'): void;
  /** Called after the card has closed. */
  onClose(): void;
  signal: AbortSignal;
}

/** How the reader came to the mark. */
export interface Approach {
  /** The point in the viewport that the reader points at. */
  at?: { x: number; y: number };
  touch?: boolean;
  /** Moves the focus into the card, and back when it closes. */
  focus?: boolean;
}

export interface CardController {
  send(event: HoverEvent<Mark>, approach?: Approach): void;
  shown(): Mark | null;
  /** The card's mark was read anew: the card follows the new one. */
  replace(mark: Mark): void;
  attach(isNeeded: boolean): void;
  holds(event: Event): boolean;
}

const graceMs = 300;
const narrowPx = 480;

export function createCard({
  document,
  marks,
  draw,
  css,
  openShadow,
  dwellMs,
  onMute,
  onClose,
  signal,
}: CardOptions): CardController {
  const host = createCardHost(document, css, openShadow);
  let state: HoverState<Mark> = resting;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest: Approach = {};
  let opening: {
    container: HTMLElement;
    lineAt: number;
    sheet: boolean;
    cameFrom: HTMLElement | null;
    following: AbortController;
  } | null = null;

  host.onResize(() => follow());
  signal.addEventListener('abort', () => {
    send({ type: 'close' });
    host.attach(false);
  });

  return {
    send,
    shown: () => state.shown,
    replace(mark) {
      const before = state.shown;
      state = { ...state, shown: mark };
      // What the sentence claims was found out while the card was open: it tells that now, and what the reader was at in it stays
      if (before && !sameSpan(before, mark)) fill(mark);
      follow();
    },
    attach: host.attach,
    holds: host.holds,
  };

  function send(event: HoverEvent<Mark>, approach: Approach = {}) {
    if (event.type === 'over' || event.type === 'open') latest = approach;
    const before = state;
    const step = hover(state, event, { dwellMs: dwellMs(), graceMs });
    state = step.state;
    if (state.token !== before.token) clearTimeout(timer);
    if (step.timerMs !== undefined) {
      const { token } = state;
      timer = setTimeout(() => send({ type: 'timer', token }), step.timerMs);
    }
    if (state.shown === before.shown && event.type !== 'open') return;
    if (state.shown) open(state.shown);
    else if (before.shown) close();
  }

  function open(mark: Mark) {
    const cameFrom = opening?.cameFrom ?? (latest.focus ? (document.activeElement as HTMLElement | null) : null);
    opening?.following.abort();
    const viewport = viewportOf(document);
    const sheet = latest.touch === true || viewport.width < narrowPx;
    const following = new AbortController();
    const near = mark.range.startContainer;
    const container = host.open(near, themeBehind(near), sheet);
    opening = { container, lineAt: lineUnder(marks.rects(mark), latest.at), sheet, cameFrom, following };
    fill(mark);
    follow();
    if (latest.focus) host.focus();

    let isAsked = false;
    const onMove = () => {
      if (isAsked) return;
      isAsked = true;
      requestAnimationFrame(() => {
        isAsked = false;
        if (!following.signal.aborted) follow(true);
      });
    };
    for (const type of ['scroll', 'resize']) {
      globalThis.addEventListener(type, onMove, { capture: true, passive: true, signal: following.signal });
    }
  }

  function fill({ mention, matches }: Mark) {
    if (!opening) return;
    draw(
      opening.container,
      { mention, matches },
      {
        close: () => send({ type: 'close' }),
        mute: (alias, where) => {
          send({ type: 'close' });
          onMute(alias, where);
        },
      },
    );
  }

  function close() {
    opening?.following.abort();
    const back = host.hasFocus() ? opening?.cameFrom : null;
    opening = null;
    host.close();
    if (back?.isConnected) back.focus({ preventScroll: true });
    onClose();
  }

  /** Puts the card beside its mark, wherever that is now. */
  function follow(mayClose = false) {
    if (!state.shown || !opening) return;
    const lines = marks.rects(state.shown);
    const line = lines[Math.min(opening.lineAt, lines.length - 1)];
    const viewport = viewportOf(document);
    if (!line) return;
    if (mayClose && !state.pinned && (line.bottom < 0 || line.top > viewport.height)) return send({ type: 'close' });
    host.move(place({ lines, line, card: host.size(), viewport, sheet: opening.sheet }));
  }
}

function lineUnder(lines: readonly Rect[], at: { x: number; y: number } | undefined): number {
  if (!at) return 0;
  const found = lines.findIndex(
    ({ top, bottom, left, right }) => at.y >= top && at.y <= bottom && at.x >= left && at.x <= right,
  );
  return Math.max(0, found);
}

function viewportOf(document: Document): { width: number; height: number } {
  return { width: rootElementOf(document).clientWidth, height: globalThis.innerHeight };
}
