/** Takes turns: work for many in short slices, one after the other, so that nobody waits for more than a slice of each other. */

export interface Turns {
  /**
   * Steps through the work when its owner has a turn; the works of one owner run one after the other. Resolves with what it returns, and
   * with `busy` at once where too much of that owner's work is waiting.
   */
  run<Result>(owner: string, work: Generator<unknown, Result>): Promise<Result | 'busy'>;
}

export interface TurnsOptions {
  sliceMs?: number;
  /** Works of one owner that wait, at most. */
  mostWaiting?: number;
  now?(): number;
  /** Calls back once messages had their turn. */
  defer?(resume: () => void): void;
}

interface Job {
  work: Generator<unknown, unknown>;
  resolve(result: never): void;
  reject(error: unknown): void;
}

export function createTurns({
  sliceMs = 8,
  mostWaiting = 4,
  now = () => performance.now(),
  defer = nextTask,
}: TurnsOptions = {}): Turns {
  /** By owner, in the order of their turns. */
  const queues = new Map<string, Job[]>();
  let isRunning = false;

  return {
    run<Result>(owner: string, work: Generator<unknown, Result>) {
      return new Promise<Result | 'busy'>((resolve, reject) => {
        const queue = queues.get(owner) ?? [];
        if (queue.length >= mostWaiting) return resolve('busy');
        queue.push({ work, resolve, reject });
        queues.set(owner, queue);
        if (isRunning) return;
        isRunning = true;
        defer(turn);
      });
    },
  };

  /** A slice for whoever waits longest, who then goes to the end of the row. */
  function turn() {
    const [next] = queues;
    if (!next) {
      isRunning = false;
      return;
    }
    const [owner, queue] = next;
    queues.delete(owner);
    if (slice(queue[0]!)) queue.shift();
    if (queue.length > 0) queues.set(owner, queue);
    defer(turn);
  }

  /** Whether the job is done. */
  function slice({ work, resolve, reject }: Job): boolean {
    const startedAt = now();
    try {
      for (;;) {
        const { done, value } = work.next();
        if (done) {
          resolve(value as never);
          return true;
        }
        if (now() - startedAt >= sliceMs) return false;
      }
    } catch (error) {
      reject(error);
      return true;
    }
  }
}

const { port1, port2 } = new MessageChannel();
const waiting: (() => void)[] = [];
port1.onmessage = () => waiting.shift()?.();

/** `setTimeout` would wait for 4 ms each time. */
function nextTask(resume: () => void): void {
  waiting.push(resume);
  port2.postMessage(null);
}
