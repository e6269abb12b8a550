// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchChanges } from '../../../page/watch.ts';

let controller: AbortController;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  controller = new AbortController();
  document.body.innerHTML = '<div></div>';
});
afterEach(() => {
  controller.abort();
  vi.useRealTimers();
});

/** Watches the body; each batch takes `workMs`. */
function watch(workMs = 0, limit = 1000) {
  const batches: { atMs: number; size: number | null }[] = [];
  const watching = watchChanges({
    signal: controller.signal,
    intervalMs: 100,
    pauseFactor: 30,
    limit,
    async onRecords(records) {
      batches.push({ atMs: performance.now() - startMs, size: records && records.length });
      return workMs;
    },
  });
  const startMs = performance.now();
  watching.observe(document.body);
  return { batches, watching };
}
const change = () => document.querySelector('div')!.append('x');
/** Passes time in small steps; at each of them the page changes something, if asked to. */
async function pass(ms: number, act = () => {}) {
  for (let at = 0; at < ms; at += 10) {
    act();
    await vi.advanceTimersByTimeAsync(10);
  }
}

test('the first change after a rest is worked off at once', async () => {
  const { batches } = watch();
  change();
  await vi.advanceTimersByTimeAsync(1);
  expect(batches).toMatchObject([{ size: 1 }]);
});

test('a page that never stops changing is still followed, a batch at a time', async () => {
  const { batches } = watch();
  await pass(1000, change);
  expect(batches.length).toBeGreaterThanOrEqual(9);
  expect(batches.length).toBeLessThanOrEqual(11);
  await pass(200);
  expect(batches.reduce((sum, { size }) => sum + size!, 0)).toBe(100);
});

test('costly batches come less often: one part in thirty of the time', async () => {
  const { batches } = watch(20);
  await pass(3000, change);
  expect(batches.length).toBeLessThanOrEqual(6);
});

test('a flood is not kept, but answered by reading everything once', async () => {
  const { batches } = watch(0, 50);
  for (let count = 0; count < 60; count++) change();
  await pass(300);
  expect(batches).toMatchObject([{ size: null }]);
});

test('nothing happens where nothing changes', async () => {
  const { batches } = watch();
  await pass(1000);
  expect(batches).toEqual([]);
});

test('after the end nothing is heard', async () => {
  const { batches } = watch();
  change();
  controller.abort();
  await pass(300, change);
  expect(batches).toEqual([]);
});

test('who asks for a batch while one is under way gets another', async () => {
  let finish = (_spentMs: number) => {};
  let batches = 0;
  const watching = watchChanges({
    signal: controller.signal,
    onRecords: () => {
      batches++;
      return new Promise((resolve) => {
        finish = resolve;
      });
    },
  });
  watching.nudge();
  await vi.advanceTimersByTimeAsync(1);
  watching.nudge();
  finish(0);
  await vi.advanceTimersByTimeAsync(1000);
  expect(batches).toBe(2);
  finish(0);
  await vi.advanceTimersByTimeAsync(1000);
  expect(batches).toBe(2);
});

test('who asks for a batch at once does not wait out the pause, which changes wait out all the same', async () => {
  const { batches, watching } = watch(20);
  change();
  await pass(10);
  change();
  void watching.prompt();
  await pass(10);
  expect(batches).toMatchObject([{ size: 1 }, { size: 1 }]);
  change();
  await pass(500);
  expect(batches).toHaveLength(2);
  await pass(500);
  expect(batches).toHaveLength(3);
});

test('who asks for one at once while one is under way gets it right after', async () => {
  const finish: ((spentMs: number) => void)[] = [];
  const watching = watchChanges({
    signal: controller.signal,
    onRecords: () => new Promise((resolve) => finish.push(resolve)),
  });
  watching.nudge();
  await pass(10);
  void watching.prompt();
  finish[0]!(50);
  await pass(10);
  expect(finish).toHaveLength(2);
});
