/** The card that is on the page: drawn, placed beside its mark, led from one content to the next, taken away. */
import { createCardHost, type CardHost } from './card-host.ts';
import { lineUnder, placeBeside, viewportOf } from './card-place.ts';
import { entityTarget, isSentence, type CardContent } from '../platform/exchange.ts';
import type { CardEvent } from './hover.ts';
import type { Mark, Marks } from './marks.ts';
import type { CardActions, CardDrawing } from './model.ts';
import type { Place, Rect } from './place.ts';
import { sentenceLink } from './sentence-link.ts';
import { themeBehind } from './theme.ts';

export interface ShownCardOptions {
  marks: Marks;
  drawing(): CardDrawing;
  openShadow: boolean;
  isPinned(): boolean;
  send(event: CardEvent<Mark>): void;
  /** Calls back with the content of a target once it is here, as long as the mark's card is the one that shows. */
  whenHere(mark: Mark, target: string, act: (content: CardContent) => void): void;
  onExplore(content: CardContent): void;
  onMute(target: string, where: 'here' | 'everywhere', isMuted: boolean): Promise<boolean>;
}

/** How the reader came to the mark. */
export interface Approach {
  /** The point in the viewport that the reader points at. */
  at?: { x: number; y: number };
  /** Moves the focus into the card, and back when it closes. */
  focus?: boolean;
}

export interface ShownCard {
  open(mark: Mark, content: CardContent, how: { touch: boolean; approach: Approach }): void;
  /** Draws the card that is open anew. */
  redraw(): void;
  /** The card's mark was read anew. */
  follow(before: Mark | null, mark: Mark): void;
  /** The page, or a part of it, was scrolled. */
  scrolled(): void;
  close(): void;
  /** The pointer has moved in the card, or outside of it. */
  enter(isInside: boolean): void;
  /** Closes what is open within the card, the last first; false where nothing is. */
  closeInner(): boolean;
  holds(event: Event): boolean;
}

const narrowPx = 480;
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

export function createShownCard(options: ShownCardOptions): ShownCard {
  const { marks, drawing, openShadow, isPinned, send, whenHere } = options;
  let host: CardHost | null = null;
  let opening: Opening | null = null;

  return {
    open(mark, content, { touch, approach: { at, focus = false } }) {
      const cameFrom = opening?.cameFrom ?? (focus ? (document.activeElement as HTMLElement | null) : null);
      opening?.ending.abort();
      host ??= newHost();
      opening = { ...openOn(host, marks, mark, touch, at), content, cameFrom };
      draw(opening);
      put();
      if (focus) host.focus();
      for (const [view, type] of MOVES())
        view?.addEventListener(type, put, { passive: true, signal: opening.ending.signal });
    },

    redraw: () => opening && draw(opening),

    follow(before, mark) {
      if (opening && opening.mark === before) opening.mark = mark;
      // What its sentence says was found out while the card was open: it tells that now, and what the reader was at in it stays
      if (before?.target !== mark.target && !opening?.isMuted)
        whenHere(
          mark,
          mark.target,
          (content) => opening?.trail.length === 0 && draw(Object.assign(opening, { content })),
        );
      put();
    },

    scrolled,

    close() {
      opening?.ending.abort();
      const back = host?.hasFocus() ? opening?.cameFrom : null;
      opening = null;
      host?.close();
      if (back?.isConnected) back.focus({ preventScroll: true });
    },

    enter: (isInside) => host?.enter(isInside),
    closeInner: () => host?.closeInner() === true,
    holds: (event) => host?.holds(event) === true,
  };

  function newHost(): CardHost {
    const created = createCardHost(document, drawing().css, openShadow);
    created.onResize(put);
    created.onUse(() => send({ type: 'pin', isPinned: true }));
    return created;
  }

  function draw(open: Opening) {
    drawing().draw(open.container, open.content, actionsOf(open, options, goTo));
  }

  /** From card to card within the open one. */
  function goTo(open: Opening, trail: string[]) {
    whenHere(open.mark, trail.at(-1) ?? open.mark.target, (content) => {
      if (!opening) return;
      draw(Object.assign(opening, { trail, content }));
      host?.focus();
    });
  }

  /** A card that only the pointer holds closes; one that is pinned goes with its line; a sheet lies where it lies. */
  function scrolled() {
    if (!opening?.placed || !host || opening.touch) return;
    const line = lineOf(marks, opening);
    const { line: before, at } = opening.placed;
    if (!line) return;
    const [right, down] = [line.left - before.left, line.top - before.top];
    if (Math.abs(right) <= stillPx && Math.abs(down) <= stillPx) return;
    if (!isPinned()) return send({ type: 'scroll' });
    if (!opening.sheet) host.move({ ...at, left: at.left + right, top: at.top + down });
  }

  /** Puts the card beside its mark. */
  function put() {
    if (!opening || !host) return;
    const line = lineOf(marks, opening);
    const { top, height } = viewportOf();
    // Out of sight it goes with its line
    if (!line || (opening.placed && (line.bottom < top || line.top > top + height))) return;
    const at = placeBeside(marks, opening.mark, line, host.size(), opening.sheet);
    opening.placed = { line, at };
    host.move(at);
  }
}

/** What moves the text under a card that is open. */
const MOVES = (): [EventTarget | null, string][] => [
  [globalThis, 'resize'],
  [globalThis.visualViewport, 'resize'],
  [globalThis.visualViewport, 'scroll'],
];

function openOn(
  host: CardHost,
  marks: Marks,
  mark: Mark,
  touch: boolean,
  at: Approach['at'],
): Omit<Opening, 'content' | 'cameFrom'> {
  const sheet = touch || viewportOf().width < narrowPx;
  const near = mark.range.startContainer;
  const container = host.open(near, themeBehind(near), sheet);
  const lineAt = lineUnder(marks.rects(mark), at);
  const ending = new AbortController();
  return { mark, trail: [], isMuted: false, container, lineAt, touch, sheet, placed: null, ending };
}

function actionsOf(
  open: Opening,
  { isPinned, send, onExplore, onMute }: ShownCardOptions,
  goTo: (open: Opening, trail: string[]) => void,
): CardActions {
  const { mark, content, trail, touch } = open;
  return {
    close: () => send({ type: 'close' }),
    pin: touch ? null : { isPinned: isPinned(), onPin: (pinned) => send({ type: 'pin', isPinned: pinned }) },
    explore: () => onExplore(content),
    show: (entity) => goTo(open, [...trail, entityTarget(entity)]),
    back: trail.length > 0 ? () => goTo(open, trail.slice(0, -1)) : null,
    link: isSentence(mark.kind) ? () => sentenceLink(location.href, textOf(mark)) : null,
    mute(where, isMuted) {
      open.isMuted = isMuted;
      return onMute(mark.target, where, isMuted);
    },
  };
}

function lineOf(marks: Marks, { mark, lineAt }: Opening): DOMRect | undefined {
  const lines = marks.rects(mark);
  return lines[Math.min(lineAt, lines.length - 1)];
}

const textOf = ({ block, start, end }: Mark): string => block.text.slice(start, end);
