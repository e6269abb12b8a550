/** Opens, places and closes the card as the hover machine decides. */
import type { CardContents } from './card-contents.ts';
import { createCardHost, type CardHost } from './card-host.ts';
import type { CardContent } from '../platform/exchange.ts';
import { hover, resting, type HoverEvent, type HoverState } from './hover.ts';
import type { Mark, Marks } from './marks.ts';
import type { DrawCard } from './model.ts';
import { rootElementOf } from './nodes.ts';
import { place, type Rect } from './place.ts';
import { themeBehind } from './theme.ts';

export interface CardOptions {
  document: Document;
  marks: Marks;
  contents: CardContents;
  draw: DrawCard;
  css: string;
  openShadow: boolean;
  dwellMs(): number;
  onMute(target: string, where: 'here' | 'everywhere', isMuted: boolean): void;
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
  holds(event: Event): boolean;
}

const graceMs = 300;
const narrowPx = 480;

/** A card that is on the page. */
interface Opening {
  mark: Mark;
  container: HTMLElement;
  lineAt: number;
  sheet: boolean;
  cameFrom: HTMLElement | null;
  following: AbortController;
}

export function createCard(options: CardOptions): CardController {
  const { document, marks, contents, draw, css, openShadow, dwellMs, onMute, onClose, signal } = options;
  let host: CardHost | null = null;
  let state: HoverState<Mark> = resting;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest: Approach = {};
  let opening: Opening | null = null;
  /** Counts what was asked for: an answer that carries an older number comes too late. */
  let asked = 0;

  signal.addEventListener('abort', () => send({ type: 'close' }));

  return {
    send,
    shown: () => state.shown,
    replace(mark) {
      const before = state.shown;
      state = { ...state, shown: mark };
      if (opening && opening.mark === before) opening.mark = mark;
      // What its sentence says was found out while the card was open: it tells that now, and what the reader was at in it stays
      if (before?.target !== mark.target) whenHere(mark, fill);
      follow();
    },
    holds: (event) => host?.holds(event) === true,
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
    if (state.wanted && state.wanted !== before.wanted) void contents.get(state.wanted.target);
    if (state.shown === before.shown && event.type !== 'open') return;
    if (state.shown) {
      const mark = state.shown;
      whenHere(mark, (content) => open(mark, content));
    } else if (before.shown) close();
  }

  /** The card of another mark stays until the content is here; it closes where none comes. */
  function whenHere(mark: Mark, act: (content: CardContent) => void) {
    const token = ++asked;
    const content = contents.get(mark.target);
    if (!(content instanceof Promise)) return act(content);
    void content.then((now) => {
      if (token !== asked || state.shown !== mark) return undefined;
      return now ? act(now) : send({ type: 'close' });
    });
  }

  function open(mark: Mark, content: CardContent) {
    const cameFrom = opening?.cameFrom ?? (latest.focus ? (document.activeElement as HTMLElement | null) : null);
    opening?.following.abort();
    const viewport = viewportOf(document);
    const sheet = latest.touch === true || viewport.width < narrowPx;
    const following = new AbortController();
    const near = mark.range.startContainer;
    host ??= newHost();
    const container = host.open(near, themeBehind(near), sheet);
    opening = { mark, container, lineAt: lineUnder(marks.rects(mark), latest.at), sheet, cameFrom, following };
    fill(content);
    follow();
    if (latest.focus) host.focus();
    followScrolling(following.signal);
  }

  function newHost(): CardHost {
    const created = createCardHost(document, css, openShadow);
    created.onResize(() => follow());
    return created;
  }

  function followScrolling(following: AbortSignal) {
    let isAsked = false;
    const onMove = () => {
      if (isAsked) return;
      isAsked = true;
      requestAnimationFrame(() => {
        isAsked = false;
        if (!following.aborted) follow(true);
      });
    };
    for (const type of ['scroll', 'resize']) {
      globalThis.addEventListener(type, onMove, { capture: true, passive: true, signal: following });
    }
  }

  function fill(content: CardContent) {
    if (!opening) return;
    const { target } = opening.mark;
    draw(opening.container, content, {
      close: () => send({ type: 'close' }),
      mute: (where, isMuted) => onMute(target, where, isMuted),
    });
  }

  function close() {
    asked++;
    opening?.following.abort();
    const back = host?.hasFocus() ? opening?.cameFrom : null;
    opening = null;
    host?.close();
    if (back?.isConnected) back.focus({ preventScroll: true });
    onClose();
  }

  /** Puts the card beside its mark, wherever that is now. */
  function follow(mayClose = false) {
    if (!opening || !host) return;
    const lines = marks.rects(opening.mark);
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
