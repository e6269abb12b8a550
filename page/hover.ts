/** When a card opens and closes: a pure state machine over what the pointer, the keyboard and the clock say. */

export type CardState<T> = {
  /** Counts the steps that end a wait: a timer that carries an older token comes too late. */
  token: number;
} & (
  | { phase: 'resting' }
  /** The pointer rests on a mark; its card opens when the dwell is over. Any scrolling ends that. */
  | { phase: 'dwelling'; target: T }
  /** A card is open while the pointer is on its mark or on it. Scrolling closes it. */
  | { phase: 'hovering'; target: T }
  /** The pointer has left mark and card; the card closes when the grace is over. */
  | { phase: 'leaving'; target: T }
  /** Opened or kept on purpose: stays, beside its line, until it is closed on purpose. */
  | { phase: 'pinned'; target: T }
  /** A sheet that a finger opened; another tap closes it. */
  | { phase: 'touched'; target: T }
);

export type CardEvent<T> =
  /** The pointer is over a mark, or over none. */
  | { type: 'over'; target: T | null }
  /** The pointer is over the card. */
  | { type: 'card' }
  /** A timer that an earlier step asked for. */
  | { type: 'timer'; token: number }
  /** By keyboard or from the panel. */
  | { type: 'open'; target: T }
  | { type: 'tap'; target: T }
  /** Keeps the open card where it is, or lets it go again. */
  | { type: 'pin'; isPinned: boolean }
  /** The text has moved away under the pointer. */
  | { type: 'scroll' }
  | { type: 'close' };

export interface HoverTimes {
  /** From the mark to the card. */
  dwellMs: number;
  /** From the mark, over what is between, to the card. */
  graceMs: number;
}

export interface HoverStep<T> {
  state: CardState<T>;
  /** To be answered by a `timer` event with the state's token. */
  timerMs?: number;
}

export const resting: CardState<never> = { phase: 'resting', token: 0 };

/** Whose card is open. */
export const shownIn = <T>(state: CardState<T>): T | null =>
  state.phase === 'resting' || state.phase === 'dwelling' ? null : state.target;

export function hover<T>(state: CardState<T>, event: CardEvent<T>, { dwellMs, graceMs }: HoverTimes): HoverStep<T> {
  const token = state.token + 1;
  const closed: HoverStep<T> = { state: { phase: 'resting', token } };
  const isHeld = state.phase === 'pinned' || state.phase === 'touched';
  switch (event.type) {
    case 'open':
      return { state: { phase: 'pinned', target: event.target, token } };

    case 'tap':
      return { state: { phase: 'touched', target: event.target, token } };

    case 'close':
      return closed;

    case 'scroll':
      return isHeld || state.phase === 'resting' ? { state } : closed;

    case 'pin':
      if (event.isPinned && (state.phase === 'hovering' || state.phase === 'leaving'))
        return { state: { phase: 'pinned', target: state.target, token } };
      if (!event.isPinned && state.phase === 'pinned')
        return { state: { phase: 'hovering', target: state.target, token } };
      return { state };

    case 'card':
      return state.phase === 'leaving' ? { state: { phase: 'hovering', target: state.target, token } } : { state };

    case 'timer':
      if (event.token !== state.token) return { state };
      if (state.phase === 'dwelling') return { state: { phase: 'hovering', target: state.target, token } };
      return state.phase === 'leaving' ? closed : { state };

    case 'over':
      return isHeld ? { state } : over(state, event.target, { dwellMs, graceMs });
  }
}

function over<T>(state: CardState<T>, target: T | null, { dwellMs, graceMs }: HoverTimes): HoverStep<T> {
  const token = state.token + 1;
  if (state.phase === 'hovering' || state.phase === 'leaving') {
    const isBack = target === state.target;
    if (target)
      return isBack && state.phase === 'hovering' ? { state } : { state: { phase: 'hovering', target, token } };
    return state.phase === 'leaving'
      ? { state }
      : { state: { phase: 'leaving', target: state.target, token }, timerMs: graceMs };
  }
  if (target === (state.phase === 'dwelling' ? state.target : null)) return { state };
  return target
    ? { state: { phase: 'dwelling', target, token }, timerMs: dwellMs }
    : { state: { phase: 'resting', token } };
}
