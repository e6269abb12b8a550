/** Long work in short slices, so that no frame of the page is lost to it. */

export interface ScheduleOptions {
  signal: AbortSignal;
  /** How long to work before the page gets its turn. The last step, and what the garbage collector does in it, come on top. */
  sliceMs?: number;
  now?(): number;
  /** Calls back once the browser has had its turn. */
  defer?(resume: () => void): void;
}

export interface Schedule {
  /** Steps through the work, the first slice at once. Resolves with the milliseconds that the steps took; never, once the signal is aborted. */
  run(work: Iterator<unknown>): Promise<number>;
}

export function createSchedule({
  signal,
  sliceMs = 4,
  now = () => performance.now(),
  defer = nextTask,
}: ScheduleOptions): Schedule {
  return {
    run: (work) =>
      new Promise((resolve, reject) => {
        let spentMs = 0;
        const slice = () => {
          if (signal.aborted) return;
          const startedAt = now();
          try {
            do {
              if (work.next().done) return resolve(spentMs + now() - startedAt);
            } while (now() - startedAt < sliceMs);
          } catch (error) {
            return reject(error);
          }
          spentMs += now() - startedAt;
          defer(slice);
        };
        slice();
      }),
  };
}

/**
 * `scheduler.yield` would come back before the next frame, `setTimeout` not before 4 ms; a posted task lets frames and input through.
 */
function nextTask(resume: () => void): void {
  const { scheduler } = globalThis as { scheduler?: { postTask?(task: () => void): Promise<void> } };
  if (scheduler?.postTask) {
    void scheduler.postTask(resume);
    return;
  }
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    resume();
  };
  port2.postMessage(null);
}
