/** Opens, places and closes the card as the hover machine decides. */
import type { CardContents } from './card-contents.ts';
import { createCardHost, type CardHost } from './card-host.ts';
import { entityTarget, isSentence, type CardContent } from '../platform/exchange.ts';
import { hover, resting, shownIn, type CardEvent, type CardState } from './hover.ts';
import type { Mark, Marks } from './marks.ts';
import type { DrawCard } from './model.ts';
import { rootElementOf } from './nodes.ts';
import { place, unionOf, type Place, type PlaceInput, type Rect } from './place.ts';
import { sentenceLink } from './sentence-link.ts';
import { themeBehind } from './theme.ts';

export interface CardOptions {
  document: Document;
  marks: Marks;
  contents: CardContents;
  draw: DrawCard;
  css: string;
  openShadow: boolean;
  dwellMs(): number;
  onMute(target: string, where: 'here' | 'everywhere', isMuted: boolean): Promise<boolean>;
  /** Called after the card has closed. */
  onClose(): void;
  /** The reader clicked on a mark, and there is no room for a card, as in a small frame. */
  onNoRoom(content: CardContent): void;
  signal: AbortSignal;
}

/** How the reader came to the mark. */
export interface Approach {
  /** The point in the viewport that the reader points at. */
  at?: { x: number; y: number };
  /** Moves the focus into the card, and back when it closes. */
  focus?: boolean;
}

export interface CardController {
  send(event: CardEvent<Mark>, approach?: Approach): void;
  shown(): Mark | null;
  /** The page, or a part of it, was scrolled. */
  scrolled(): void;
  /** Closes one thing: what is open in the card, or else the card. */
  escape(): void;
  /** Whether a card of the mark could be read, as small as the window or frame is. */
  hasRoom(mark: Mark): boolean;
  /** The card's mark was read anew: the card follows the new one. */
  replace(mark: Mark): void;
  holds(event: Event): boolean;
}

const graceMs = 300;
const narrowPx = 480;
/** The least of a card that tells something: its title, and two lines of a statement. */
const leastCard = { width: 160, height: 80 };
/** Scrolling that a browser does by itself, to hold a line where it is, may leave it this far off. */
const stillPx = 2;

/** A card that is on the page. */
interface Opening {
  mark: Mark;
  content: CardContent;
  /** The targets of the cards that were opened from this one, the one that shows last. */
  trail: string[];
  /** The reader called the match wrong: the card goes on to say so, whatever else its sentence says. */
  isMuted: boolean;
  container: HTMLElement;
  lineAt: number;
  touch: boolean;
  sheet: boolean;
  cameFrom: HTMLElement | null;
  /** Where the line was when the card was placed, and the place. */
  placed: { line: Rect; at: Place } | null;
  ending: AbortController;
}

export function createCard(options: CardOptions): CardController {
  const { document, marks, contents, draw, css, openShadow, dwellMs, onMute, onClose, onNoRoom, signal } = options;
  let host: CardHost | null = null;
  let state: CardState<Mark> = resting;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest: Approach = {};
  let opening: Opening | null = null;
  /** Counts what was asked for: an answer that carries an older number comes too late. */
  let asked = 0;

  signal.addEventListener('abort', () => send({ type: 'close' }));

  return {
    send,
    shown: () => shownIn(state),
    scrolled,
    escape() {
      if (!host?.closeInner()) send({ type: 'close' });
    },
    hasRoom,
    replace(mark) {
      const before = shownIn(state);
      if (state.phase !== 'resting') state = { ...state, target: mark };
      if (opening && opening.mark === before) opening.mark = mark;
      // What its sentence says was found out while the card was open: it tells that now, and what the reader was at in it stays
      if (before?.target !== mark.target && !opening?.isMuted)
        whenHere(mark, mark.target, (content) => opening?.trail.length === 0 && fill(content));
      put();
    },
    holds: (event) => host?.holds(event) === true,
  };

  function send(event: CardEvent<Mark>, approach: Approach = {}) {
    const isOnPurpose = event.type === 'open' || event.type === 'tap';
    if (event.type === 'over' || isOnPurpose) latest = approach;
    const before = state;
    const step = hover(state, event, { dwellMs: dwellMs(), graceMs });
    state = step.state;
    if (state.token !== before.token) clearTimeout(timer);
    if (step.timerMs !== undefined) {
      const { token } = state;
      timer = setTimeout(() => send({ type: 'timer', token }), step.timerMs);
    }
    if (event.type === 'card' || event.type === 'over') host?.enter(event.type === 'card');
    if (state.phase === 'dwelling' && state !== before) void contents.get(state.target.target);
    const [mark, was] = [shownIn(state), shownIn(before)];
    if (mark && (mark !== was || isOnPurpose)) whenHere(mark, mark.target, (content) => open(mark, content));
    else if (mark && opening && (state.phase === 'pinned') !== (before.phase === 'pinned')) fill(opening.content);
    else if (!mark && was) close();
  }

  /** The card of another mark stays until the content is here; it closes where none comes. */
  function whenHere(mark: Mark, target: string, act: (content: CardContent) => void) {
    const token = ++asked;
    const content = contents.get(target);
    if (!(content instanceof Promise)) return act(content);
    void content.then((now) => {
      if (token !== asked || shownIn(state) !== mark) return undefined;
      if (now) return act(now);
      return target === mark.target ? send({ type: 'close' }) : undefined;
    });
  }

  function open(mark: Mark, content: CardContent) {
    if (!hasRoom(mark)) {
      if (state.phase === 'touched' || (state.phase === 'pinned' && !latest.focus)) onNoRoom(content);
      return send({ type: 'close' });
    }
    const cameFrom = opening?.cameFrom ?? (latest.focus ? (document.activeElement as HTMLElement | null) : null);
    opening?.ending.abort();
    const touch = state.phase === 'touched';
    const sheet = touch || viewportOf(document).width < narrowPx;
    const ending = new AbortController();
    const near = mark.range.startContainer;
    host ??= newHost();
    const container = host.open(near, themeBehind(near), sheet);
    const lineAt = lineUnder(marks.rects(mark), latest.at);
    opening = {
      mark,
      content,
      trail: [],
      isMuted: false,
      container,
      lineAt,
      touch,
      sheet,
      cameFrom,
      placed: null,
      ending,
    };
    fill(content);
    put();
    if (latest.focus) host.focus();
    globalThis.addEventListener('resize', put, { passive: true, signal: ending.signal });
    for (const type of ['resize', 'scroll'])
      globalThis.visualViewport?.addEventListener(type, put, { passive: true, signal: ending.signal });
  }

  function newHost(): CardHost {
    const created = createCardHost(document, css, openShadow);
    created.onResize(put);
    created.onUse(() => send({ type: 'pin', isPinned: true }));
    return created;
  }

  function fill(content: CardContent) {
    if (!opening) return;
    opening.content = content;
    const { mark, trail, touch, container } = opening;
    draw(container, content, {
      close: () => send({ type: 'close' }),
      pin: touch ? null : { isPinned: state.phase === 'pinned', onPin: (isPinned) => send({ type: 'pin', isPinned }) },
      show: (entity) => goTo([...trail, entityTarget(entity)]),
      back: trail.length > 0 ? () => goTo(trail.slice(0, -1)) : null,
      link: isSentence(mark.kind) ? () => sentenceLink(location.href, textOf(mark)) : null,
      mute(where, isMuted) {
        if (opening) opening.isMuted = isMuted;
        return onMute(mark.target, where, isMuted);
      },
    });
  }

  /** From card to card within the open one. */
  function goTo(trail: string[]) {
    if (!opening) return;
    const { mark } = opening;
    whenHere(mark, trail.at(-1) ?? mark.target, (content) => {
      if (!opening) return;
      opening.trail = trail;
      fill(content);
      host?.focus();
    });
  }

  function close() {
    asked++;
    opening?.ending.abort();
    const back = host?.hasFocus() ? opening?.cameFrom : null;
    opening = null;
    host?.close();
    if (back?.isConnected) back.focus({ preventScroll: true });
    onClose();
  }

  /** A card that only the pointer holds closes; one that is pinned goes with its line; a sheet lies where it lies. */
  function scrolled() {
    if (state.phase === 'dwelling') return send({ type: 'scroll' });
    if (!opening?.placed || !host || opening.touch) return;
    const line = lineOf(opening);
    const { line: before, at } = opening.placed;
    if (!line) return;
    const [right, down] = [line.left - before.left, line.top - before.top];
    if (Math.abs(right) <= stillPx && Math.abs(down) <= stillPx) return;
    if (state.phase !== 'pinned') return send({ type: 'scroll' });
    if (!opening.sheet) host.move({ ...at, left: at.left + right, top: at.top + down });
  }

  function lineOf({ mark, lineAt }: Opening): DOMRect | undefined {
    const lines = marks.rects(mark);
    return lines[Math.min(lineAt, lines.length - 1)];
  }

  /** Puts the card beside its mark. */
  function put() {
    if (!opening || !host) return;
    const line = lineOf(opening);
    const { top, height } = viewportOf(document);
    // Out of sight it goes with its line
    if (!line || (opening.placed && (line.bottom < top || line.top > top + height))) return;
    const at = placeBeside(opening.mark, line, host.size(), opening.sheet);
    opening.placed = { line, at };
    host.move(at);
  }

  /** In the coordinates of the layout viewport, within what of it is in sight. */
  function placeBeside(mark: Mark, line: Rect, card: PlaceInput['card'], sheet: boolean): Place {
    const { left, top, width, height } = viewportOf(document);
    const seen = (rect: Rect) => moved(rect, -left, -top);
    const lines = marks.rects(mark).map(seen);
    const column = columnOf(mark);
    const viewport = { width, height };
    const at = place({ lines, line: seen(line), column: column && seen(column), card, viewport, sheet });
    return { ...at, left: at.left + left, top: at.top + top };
  }

  function hasRoom(mark: Mark): boolean {
    const [line] = marks.rects(mark);
    const { width, maxHeight } = line
      ? placeBeside(mark, line, leastCard, false)
      : { ...leastCard, maxHeight: Infinity };
    return width >= leastCard.width && maxHeight >= leastCard.height;
  }

  /** What a card beside the line leaves free: the text around. Vertical lines stand side by side: there it is the mark's own. */
  function columnOf(mark: Mark): Rect | null {
    const { holder } = mark.block;
    if (!(holder instanceof Element)) return null;
    if (/^(?:vertical|sideways)/.test(getComputedStyle(holder).writingMode)) return unionOf(marks.rects(mark));
    return Element.prototype.getBoundingClientRect.call(holder);
  }
}

const textOf = ({ block, start, end }: Mark): string => block.text.slice(start, end);

function lineUnder(lines: readonly Rect[], at: { x: number; y: number } | undefined): number {
  if (!at) return 0;
  const found = lines.findIndex(
    ({ top, bottom, left, right }) => at.y >= top && at.y <= bottom && at.x >= left && at.x <= right,
  );
  return Math.max(0, found);
}

/**
 * The part of the layout viewport that is in sight, in its coordinates: two fingers make it smaller, and move it. An element's own size
 * would not do: it is in the zoomed pixels of the element.
 */
function viewportOf(document: Document): { left: number; top: number; width: number; height: number } {
  const { visualViewport: seen } = globalThis;
  if (seen) return { left: seen.offsetLeft, top: seen.offsetTop, width: seen.width, height: seen.height };
  return { left: 0, top: 0, width: rootElementOf(document).clientWidth, height: globalThis.innerHeight };
}

function moved({ left, right, top, bottom }: Rect, x: number, y: number): Rect {
  return { left: left + x, right: right + x, top: top + y, bottom: bottom + y };
}
