/** When a card opens and closes: a pure state machine over what the pointer, the keyboard and the clock say. */

export interface HoverState<T> {
  /** Whose card is open. */
  shown: T | null;
  /** Whose card opens when the dwell is over. */
  wanted: T | null;
  /** Counts the interactions: a timer that carries an older token comes too late. */
  token: number;
  /** Opened on purpose: stays until it is closed on purpose. */
  pinned: boolean;
  /** The pointer has left; the card closes when the grace is over. */
  leaving: boolean;
}

export type HoverEvent<T> =
  /** The pointer is over a mark, or over none. */
  | { type: 'over'; target: T | null }
  /** The pointer is over the card. */
  | { type: 'card' }
  /** A timer that an earlier step asked for. */
  | { type: 'timer'; token: number }
  /** Tap, keyboard or panel. */
  | { type: 'open'; target: T }
  | { type: 'close' };

export interface HoverTimes {
  /** From the mark to the card. */
  dwellMs: number;
  /** From the mark, over what is between, to the card. */
  graceMs: number;
}

export interface HoverStep<T> {
  state: HoverState<T>;
  /** To be answered by a `timer` event with the state's token. */
  timerMs?: number;
}

export const resting: HoverState<never> = { shown: null, wanted: null, token: 0, pinned: false, leaving: false };

export function hover<T>(state: HoverState<T>, event: HoverEvent<T>, { dwellMs, graceMs }: HoverTimes): HoverStep<T> {
  const token = state.token + 1;
  const closed = { shown: null, wanted: null, token, pinned: false, leaving: false };
  switch (event.type) {
    case 'open':
      return { state: { ...closed, shown: event.target, pinned: true } };

    case 'close':
      return { state: closed };

    case 'card':
      return state.shown && (state.leaving || state.wanted)
        ? { state: { ...state, token, wanted: null, leaving: false } }
        : { state };

    case 'timer':
      if (event.token !== state.token) return { state };
      if (state.wanted) return { state: { ...closed, shown: state.wanted } };
      return state.leaving ? { state: closed } : { state };

    case 'over': {
      const { target } = event;
      if (state.pinned) return { state };
      if (state.shown) {
        if (target === state.shown) return state.leaving ? { state: { ...state, token, leaving: false } } : { state };
        if (target) return { state: { ...closed, shown: target } };
        return state.leaving ? { state } : { state: { ...state, token, leaving: true }, timerMs: graceMs };
      }
      if (target === state.wanted) return { state };
      return target ? { state: { ...closed, wanted: target }, timerMs: dwellMs } : { state: closed };
    }
  }
}
