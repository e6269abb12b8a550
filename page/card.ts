/** Opens and closes the card as the hover machine decides. */
import type { CardContents } from './card-contents.ts';
import { hasRoom } from './card-place.ts';
import type { CardContent } from '../platform/exchange.ts';
import { hover, resting, shownIn, type CardEvent, type CardState } from './hover.ts';
import type { Mark, Marks } from './marks.ts';
import { createShownCard, type Approach, type ShownCardOptions } from './shown-card.ts';

export interface CardOptions extends Omit<ShownCardOptions, 'isPinned' | 'send' | 'whenHere'> {
  marks: Marks;
  contents: CardContents;
  dwellMs(): number;
  /** The reader asks for all that is known; also where there is no room for a card, as in a small frame, and they click on a mark. */
  onExplore(content: CardContent): void;
  /** Called after the card has closed. */
  onClose(): void;
  signal: AbortSignal;
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

export function createCard({ contents, dwellMs, onClose, signal, ...options }: CardOptions): CardController {
  const { marks, onExplore } = options;
  let state: CardState<Mark> = resting;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest: Approach = {};
  /** Counts what was asked for: an answer that carries an older number comes too late. */
  let asked = 0;
  const card = createShownCard({ ...options, isPinned: () => state.phase === 'pinned', send, whenHere });

  signal.addEventListener('abort', () => send({ type: 'close' }));

  return {
    send,
    shown: () => shownIn(state),
    scrolled: () => (state.phase === 'dwelling' ? send({ type: 'scroll' }) : card.scrolled()),
    escape() {
      if (!card.closeInner()) send({ type: 'close' });
    },
    hasRoom: (mark) => hasRoom(marks, mark),
    replace(mark) {
      const before = shownIn(state);
      if (state.phase !== 'resting') state = { ...state, target: mark };
      card.follow(before, mark);
    },
    holds: card.holds,
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
    if (event.type === 'card' || event.type === 'over') card.enter(event.type === 'card');
    if (state.phase === 'dwelling' && state !== before) void contents.get(state.target.target);
    const [mark, was] = [shownIn(state), shownIn(before)];
    if (mark && (mark !== was || isOnPurpose)) whenHere(mark, mark.target, (content) => open(mark, content));
    else if (mark && (state.phase === 'pinned') !== (before.phase === 'pinned')) card.redraw();
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
    if (hasRoom(marks, mark)) return card.open(mark, content, { touch: state.phase === 'touched', approach: latest });
    if (state.phase === 'touched' || (state.phase === 'pinned' && !latest.focus)) onExplore(content);
    return send({ type: 'close' });
  }

  function close() {
    asked++;
    card.close();
    onClose();
  }
}
