/** Counts the time of everything that scripts started after it do by themselves: timers, tasks, observers, answers of the worker. */

/** The clock as it was, whatever is done to it later. */
export const now = performance.now.bind(performance);

export interface Meter {
  /** Milliseconds in all callbacks since the last call of `reset`. */
  totalMs: number;
  longestMs: number;
  tasks: number;
}

export const meter: Meter = { totalMs: 0, longestMs: 0, tasks: 0 };

export function reset(): void {
  Object.assign(meter, { totalMs: 0, longestMs: 0, tasks: 0 });
}

/** Promises that a callback keeps go on in as many turns, at most, before the browser has its turn. */
const mostTurns = 100;

/** Runs and counts, with what comes of kept promises before the task ends. */
export function timed<Result>(act: () => Result): Result {
  const from = now();
  try {
    return act();
  } finally {
    void countAtEnd(from);
  }
}

async function countAtEnd(from: number): Promise<void> {
  for (let turn = 0; turn < mostTurns; turn++) await Promise.resolve();
  const ms = now() - from;
  meter.totalMs += ms;
  meter.longestMs = Math.max(meter.longestMs, ms);
  meter.tasks++;
}

type Callback = (...given: never[]) => unknown;
const counted = <Act extends Callback>(act: Act) => ((...given) => timed(() => act(...given))) as Act;

/** From now on whatever is handed to the browser's schedulers and observers is counted. */
export function startMeter(): void {
  const {
    setTimeout: timeout,
    requestIdleCallback: idle,
    MutationObserver: Mutations,
    IntersectionObserver: Intersections,
  } = globalThis;
  globalThis.setTimeout = ((act: Callback, ms?: number) => timeout(counted(act), ms)) as typeof setTimeout;
  globalThis.requestIdleCallback = (act, options) => idle.call(globalThis, counted(act), options);
  globalThis.MutationObserver = class extends Mutations {
    constructor(act: MutationCallback) {
      super(counted(act));
    }
  };
  globalThis.IntersectionObserver = class extends Intersections {
    constructor(act: IntersectionObserverCallback, options?: IntersectionObserverInit) {
      super(counted(act), options);
    }
  };
  const { scheduler } = globalThis as unknown as { scheduler: { postTask(act: Callback): Promise<unknown> } };
  const post = scheduler.postTask.bind(scheduler);
  scheduler.postTask = (act) => post(counted(act));
}
