/** What the reader's pointer, finger and Escape key say to the card. Never in the page's way: passive listeners, nothing prevented but Escape. */
import type { CardController } from './card.ts';
import type { CardKey } from '../platform/settings-values.ts';
import type { Mark, Marks } from './marks.ts';

export interface PointerOptions {
  marks: Marks;
  card: CardController;
  signal: AbortSignal;
  /** Which key is held while cards open on hover. */
  cardKey(): CardKey;
}

/** What answers a tap by itself: there the page has its way. */
const interactive =
  'a[href], area[href], button, input, select, textarea, label, summary, [role="button"], [role="link"], [role="tab"]';

const KEYS: Partial<Record<CardKey, string>> = { alt: 'Alt', ctrl: 'Control', shift: 'Shift' };

/** Listens while there is something to point at: a page without marks gets no listeners. `listen` is called when that may have changed. */
export function createPointer({ isNeeded, signal, ...parts }: PointerOptions & { isNeeded(): boolean }): {
  listen(): void;
} {
  let listening: AbortController | null = null;
  return {
    listen() {
      if (signal.aborted || isNeeded() === (listening !== null)) return;
      listening?.abort();
      listening = isNeeded() ? new AbortController() : null;
      if (listening) listenToPointer({ ...parts, signal: AbortSignal.any([signal, listening.signal]) });
    },
  };
}

/** Events that a script made up are no reader, and open nothing. */
function listenToPointer({ marks, card, signal, cardKey }: PointerOptions): void {
  let lastPointer = 'mouse';
  let lastAt = '';
  /** Where the pointer rests. */
  let resting: { x: number; y: number; top: Node } | null = null;
  const on = <K extends keyof WindowEventMap>(type: K, act: (event: WindowEventMap[K]) => void, capture = true) =>
    globalThis.addEventListener(type, (event) => event.isTrusted && act(event), { capture, passive: true, signal });

  on('pointermove', (event) => {
    if (event.pointerType === 'touch' || event.buttons !== 0) return;
    resting = { x: event.clientX, y: event.clientY, top: topOf(event) };
    if (isAtRest(event)) return;
    if (card.holds(event)) return card.send({ type: 'card' });
    point(isHeld(event));
  });

  on('keydown', (event) => {
    if (!event.repeat && event.key === KEYS[cardKey()] && resting && card.shown() === null) point(true);
  });

  on('pointerout', (event) => {
    // Inside a frame, the moves are its own
    const isGone = event.relatedTarget === null || isFrame(event.relatedTarget);
    if (!isGone || event.pointerType === 'touch') return;
    resting = null;
    card.send({ type: 'over', target: null });
  });

  on('pointerdown', (event) => {
    lastPointer = event.pointerType;
    if (event.pointerType === 'mouse' && !card.holds(event) && !isOnShown(event)) card.send({ type: 'close' });
  });

  // While bubbling, so that a page that answers the tap itself can say so.
  on(
    'click',
    (event) => {
      const type = event.pointerType || lastPointer;
      if (card.holds(event)) return;
      if (type === 'mouse' && isOnShown(event)) return card.send({ type: 'pin', isPinned: true });
      const isTaken =
        event.defaultPrevented ||
        event.composedPath().some((at) => at instanceof Element && Element.prototype.matches.call(at, interactive));
      const at = { x: event.clientX, y: event.clientY };
      if (!isTaken) marks.restore();
      const target = isTaken ? null : marks.at(at.x, at.y, topOf(event));
      // A mouse has its card by resting; only where there is no room for one, its click leads on
      if (type === 'mouse' && (!target || card.hasRoom(target) || !getSelection()?.isCollapsed)) return;
      if (target) card.send({ type: type === 'touch' ? 'tap' : 'open', target }, { at });
      else card.send({ type: 'close' });
    },
    false,
  );

  // One Escape closes one thing: the page's dialog is for the next
  let isTaken = false;
  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !event.isTrusted) return;
    const isCard = event.type === 'keydown' && card.shown() !== null;
    const isMine = isCard || isTaken;
    isTaken = isMine && event.type === 'keydown';
    if (!isMine) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (isCard) card.escape();
  };
  for (const type of ['keydown', 'keyup'] as const)
    globalThis.addEventListener(type, onEscape, { capture: true, signal });

  on('scroll', () => card.scrolled());

  on('pagehide', () => card.send({ type: 'close' }));

  /** Says what the pointer rests on. Without the key that the reader chose, that opens no card, and only keeps the one that is open. */
  function point(mayOpen: boolean) {
    const { x, y, top } = resting!;
    marks.restore();
    const found: Mark | null = marks.at(x, y, top);
    card.send({ type: 'over', target: mayOpen || found === card.shown() ? found : null }, { at: { x, y } });
  }

  function isHeld(event: PointerEvent): boolean {
    const key = cardKey();
    return key === 'none' || event[`${key}Key`];
  }

  /** Browsers tell of a pointer that lies still when the page moves under it. That is no reader who points. */
  function isAtRest({ screenX, screenY, clientX, clientY }: PointerEvent): boolean {
    const at = `${screenX} ${screenY} ${clientX} ${clientY}`;
    const isSame = at === lastAt;
    lastAt = at;
    return isSame;
  }

  function isOnShown(event: MouseEvent): boolean {
    const shown = card.shown();
    return shown !== null && marks.at(event.clientX, event.clientY, topOf(event)) === shown;
  }
}

function topOf(event: Event): Node {
  return event.composedPath()[0] as Node;
}

function isFrame(target: EventTarget): boolean {
  return (
    target instanceof Element && Element.prototype.matches.call(target, 'iframe, frame, object, embed, fencedframe')
  );
}
