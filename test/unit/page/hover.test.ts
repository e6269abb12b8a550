import { expect, test } from 'vitest';
import { hover, resting, type HoverEvent, type HoverState } from '../../../page/hover.ts';

const times = { dwellMs: 300, graceMs: 250 };

/** Runs events from rest; `{ type: 'timer' }` without a token is the timer that was asked for last. */
function after(...events: (HoverEvent<string> | 'timer')[]) {
  let state: HoverState<string> = resting;
  let token = 0;
  let timerMs: number | undefined;
  for (const event of events) {
    const step = hover(state, event === 'timer' ? { type: 'timer', token } : event, times);
    state = step.state;
    timerMs = step.timerMs;
    if (timerMs !== undefined) token = state.token;
  }
  return { shown: state.shown, timerMs, state };
}
const over = (target: string | null): HoverEvent<string> => ({ type: 'over', target });
const open = (target: string): HoverEvent<string> => ({ type: 'open', target });

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
  expect(hover(second.state, { type: 'timer', token: first.state.token }, times).state.shown).toBeNull();
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
