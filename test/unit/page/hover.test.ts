import { expect, test } from 'vitest';
import { hover, resting, shownIn, type CardEvent, type CardState } from '../../../page/hover.ts';

const times = { dwellMs: 300, graceMs: 250 };

/** Runs events from rest; `{ type: 'timer' }` without a token is the timer that was asked for last. */
function after(...events: (CardEvent<string> | 'timer')[]) {
  let state: CardState<string> = resting;
  let token = 0;
  let timerMs: number | undefined;
  for (const event of events) {
    const step = hover(state, event === 'timer' ? { type: 'timer', token } : event, times);
    state = step.state;
    timerMs = step.timerMs;
    if (timerMs !== undefined) token = state.token;
  }
  return { shown: shownIn(state), timerMs, phase: state.phase };
}
const over = (target: string | null): CardEvent<string> => ({ type: 'over', target });
const open = (target: string): CardEvent<string> => ({ type: 'open', target });

test('a card opens after the dwell, not before', () => {
  expect(after(over('NSO'))).toMatchObject({ shown: null, timerMs: 300 });
  expect(after(over('NSO'), 'timer').shown).toBe('NSO');
});

test('moving within a mark does not start the dwell again', () => {
  expect(after(over('NSO'), over('NSO')).timerMs).toBeUndefined();
  expect(after(over('NSO'), over('NSO'), 'timer').shown).toBe('NSO');
});

test('a pointer that only passes opens nothing', () => {
  expect(after(over('NSO'), over(null), 'timer').shown).toBeNull();
});

test('a timer of an earlier mark does not open the later one', () => {
  const first = hover<string>(resting, over('NSO'), times);
  const second = hover(first.state, over('Pegasus'), times);
  expect(shownIn(hover(second.state, { type: 'timer', token: first.state.token }, times).state)).toBeNull();
});

test('from mark to mark the card follows at once', () => {
  expect(after(over('NSO'), 'timer', over('Pegasus')).shown).toBe('Pegasus');
});

test('the card survives the way to it, and closes when the pointer goes elsewhere', () => {
  expect(after(over('NSO'), 'timer', over(null))).toMatchObject({ shown: 'NSO', timerMs: 250 });
  expect(after(over('NSO'), 'timer', over(null), { type: 'card' }, 'timer').shown).toBe('NSO');
  expect(after(over('NSO'), 'timer', over(null), 'timer').shown).toBeNull();
  expect(after(over('NSO'), 'timer', over(null), { type: 'card' }, over(null), 'timer').shown).toBeNull();
});

test('moving on outside does not lengthen the grace', () => {
  expect(after(over('NSO'), 'timer', over(null), over(null)).timerMs).toBeUndefined();
});

test('back on its mark the card stays', () => {
  expect(after(over('NSO'), 'timer', over(null), over('NSO'), 'timer').shown).toBe('NSO');
});

test('what was opened on purpose stays until it is closed on purpose', () => {
  expect(after(open('NSO'), over(null), 'timer', over('Pegasus'), 'timer').shown).toBe('NSO');
  expect(after(open('NSO'), { type: 'close' }).shown).toBeNull();
  expect(after(open('NSO'), open('Pegasus')).shown).toBe('Pegasus');
});

test('closing during the dwell opens nothing later', () => {
  expect(after(over('NSO'), { type: 'close' }, 'timer').shown).toBeNull();
});

const scroll: CardEvent<string> = { type: 'scroll' };

test('scrolling closes a card that only the pointer holds open, and opens none', () => {
  expect(after(over('NSO'), 'timer', scroll).shown).toBeNull();
  expect(after(over('NSO'), 'timer', over(null), scroll).shown).toBeNull();
  expect(after(over('NSO'), scroll, 'timer').shown, 'in mid-dwell the mark has gone from under the pointer').toBeNull();
});

test('what is pinned, opened by key or by a finger stays when the page scrolls', () => {
  expect(after(over('NSO'), 'timer', { type: 'pin', isPinned: true }, scroll, over('Pegasus')).shown).toBe('NSO');
  expect(after(open('NSO'), scroll).shown).toBe('NSO');
  expect(after({ type: 'tap', target: 'NSO' }, scroll).shown).toBe('NSO');
});

test('pinning holds a card that the pointer is about to lose; without a card it does nothing', () => {
  const pin: CardEvent<string> = { type: 'pin', isPinned: true };
  expect(after(over('NSO'), 'timer', over(null), pin, 'timer')).toMatchObject({ shown: 'NSO', phase: 'pinned' });
  expect(after(pin).shown).toBeNull();
  expect(after(over('NSO'), pin, over(null), 'timer').shown, 'in mid-dwell there is nothing to pin').toBeNull();
});

test('a card that was let go follows the pointer again', () => {
  const letGo: CardEvent<string> = { type: 'pin', isPinned: false };
  expect(after(open('NSO'), letGo, over(null), 'timer').shown).toBeNull();
  expect(after(open('NSO'), letGo, scroll).shown).toBeNull();
});
