import { expect, test } from 'vitest';
import { createSchedule } from '../../../page/schedule.ts';

/** A clock that work moves, and a page that gets its turn when it is deferred to. */
function bench() {
  const clock = { nowMs: 0, turns: 0, slices: [] as number[], waiting: null as (() => void) | null };
  const controller = new AbortController();
  const schedule = createSchedule({
    signal: controller.signal,
    sliceMs: 6,
    now: () => clock.nowMs,
    defer(resume) {
      clock.turns++;
      clock.waiting = resume;
    },
  });
  function* work(stepsMs: number[], done: number[] = []): Generator<undefined, void> {
    for (const stepMs of stepsMs) {
      clock.nowMs += stepMs;
      done.push(stepMs);
      yield;
    }
  }
  const pageTurn = () => {
    const resume = clock.waiting;
    clock.waiting = null;
    resume?.();
  };
  return { clock, controller, schedule, work, pageTurn };
}

test('short work is done at once, without a turn for the page', async () => {
  const { schedule, work, clock } = bench();
  expect(await schedule.run(work([1, 2]))).toBe(3);
  expect(clock.turns).toBe(0);
});

test('long work leaves the page its turn after each slice', async () => {
  const { schedule, work, clock, pageTurn } = bench();
  const done: number[] = [];
  const run = schedule.run(
    work(
      Array.from({ length: 20 }, () => 1),
      done,
    ),
  );
  expect(done.length).toBe(6);
  pageTurn();
  expect(done.length).toBe(12);
  while (clock.waiting) pageTurn();
  expect(await run).toBe(20);
  expect(clock.turns).toBe(3);
});

test('the time that the page takes for itself is not counted', async () => {
  const { schedule, work, clock, pageTurn } = bench();
  const run = schedule.run(work([7, 1]));
  clock.nowMs += 500;
  pageTurn();
  expect(await run).toBe(8);
});

test('aborted work is left where it is', () => {
  const { schedule, work, controller, pageTurn } = bench();
  const done: number[] = [];
  void schedule.run(work([7, 7, 7], done));
  controller.abort();
  pageTurn();
  expect(done).toEqual([7]);
});

test('an error reaches the caller, from a later slice too', async () => {
  const { schedule, clock, pageTurn } = bench();
  const run = schedule.run(
    (function* () {
      clock.nowMs += 7;
      yield;
      throw new Error('no');
    })(),
  );
  pageTurn();
  await expect(run).rejects.toThrow('no');
});
