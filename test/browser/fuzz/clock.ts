/**
 * A page in which nothing happens by itself: timers and tasks wait until the test runs them, and time passes only by working and
 * waiting. What would take seconds takes milliseconds, and the same steps give the same result.
 */
interface Task {
  id: number;
  dueMs: number;
  run(): void;
}

export interface Clock {
  /** Runs what is due next, after everything that waits for a promise. False where nothing is left. */
  step(): Promise<boolean>;
  /** Runs until nothing is left. */
  settle(): Promise<void>;
}

/** What one look at the clock costs: a few of them are a slice of work, so that work is interrupted at many places. */
const lookMs = 0.4;
/** More tasks than any page of the tests needs: something never ends. */
const mostTasks = 20_000;

/** Takes the place of the browser's schedulers, for good. */
export function takeClock(): Clock {
  const { port1, port2 } = new MessageChannel();
  const tasks: Task[] = [];
  let nowMs = 1000;
  let lastId = 0;
  const post = (run: () => void, waitMs = 0): number => {
    tasks.push({ id: ++lastId, dueMs: nowMs + waitMs, run });
    return lastId;
  };
  const cancel = (id?: number) => {
    const at = tasks.findIndex((task) => task.id === id);
    if (at >= 0) tasks.splice(at, 1);
  };
  performance.now = () => (nowMs += lookMs);
  globalThis.setTimeout = ((run: () => void, waitMs?: number) => post(run, waitMs)) as typeof setTimeout;
  globalThis.clearTimeout = cancel as typeof clearTimeout;
  Object.defineProperty(globalThis, 'scheduler', { value: { postTask: (run: () => void) => post(run) } });

  /** All promises, and the observers' callbacks, come before the next task of the browser. */
  const afterPromises = () =>
    new Promise<void>((done) => {
      port1.onmessage = () => done();
      port2.postMessage(null);
    });

  async function step(): Promise<boolean> {
    await afterPromises();
    const next = tasks.reduce<Task | null>((first, task) => (first && first.dueMs <= task.dueMs ? first : task), null);
    if (!next) return false;
    cancel(next.id);
    nowMs = Math.max(nowMs, next.dueMs);
    next.run();
    return true;
  }

  return {
    step,
    async settle() {
      for (let count = 0; await step(); count++)
        if (count > mostTasks) throw new Error('the page does not come to rest');
    },
  };
}
