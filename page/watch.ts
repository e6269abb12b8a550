/** Tells of changes to the page's text, a batch at a time. */

export interface WatchOptions {
  signal: AbortSignal;
  /**
   * Works the records off. Called with one batch at a time; null means that there were more changes than are worth listing,
   * and that everything is to be read again. Returns the milliseconds of work it took.
   */
  onRecords(records: MutationRecord[] | null): Promise<number>;
  /** Called for a text node at once when the page edits it. */
  onText?(node: Text): void;
  /** Between the starts of two batches, at least. */
  intervalMs?: number;
  /** A batch is followed by a pause of so many times its own work: with 100, reading takes about 1 % of the page's time. */
  pauseFactor?: number;
  /** Records kept before the list is given up. */
  limit?: number;
}

export interface Watch {
  /** Also watches this shadow root or document. */
  observe(root: Node): void;
  /** Starts a batch, as a change would. */
  nudge(): void;
  /** Starts a batch without the pause that changes of the page wait out, because the reader asks for it. Settles when it is done. */
  prompt(): Promise<void>;
}

/** However much there was to read, the reader does not wait longer for what came since. */
const longestPauseMs = 2000;

/**
 * The observer's callback only collects. The first change after a rest is worked off at once, the following ones at intervals: a page
 * that never stops changing is followed all the same, as a debounce would not do, and its time is not eaten up.
 */
export function watchChanges(options: WatchOptions): Watch {
  const { signal, onRecords, onText, intervalMs = 200, pauseFactor = 100, limit = 20_000 } = options;
  let records: MutationRecord[] = [];
  let overflowed = false;
  let isWorking = false;
  /** A batch is due, at the latest after the one under way. */
  let nudged = false;
  let isPrompt = false;
  let prompters: (() => void)[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let notBeforeMs = 0;

  const observer = new MutationObserver((batch) => {
    if (onText) for (const { type, target } of batch) if (type === 'characterData') onText(target as Text);
    if (!overflowed) {
      for (const record of batch) records.push(record);
      if (records.length > limit) {
        records = [];
        overflowed = true;
      }
    }
    nudge();
  });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    records = [];
  });

  return {
    observe: (root) => observer.observe(root, { childList: true, characterData: true, subtree: true }),
    nudge,
    prompt() {
      isPrompt = true;
      start();
      return new Promise((done) => prompters.push(done));
    },
  };

  function nudge() {
    if (!nudged) start();
  }

  function start() {
    nudged = true;
    if (isWorking || signal.aborted) return;
    clearTimeout(timer);
    timer = setTimeout(() => void work(), isPrompt ? 0 : Math.max(0, notBeforeMs - performance.now()));
  }

  async function work() {
    if (signal.aborted) return;
    const batch = overflowed ? null : records;
    records = [];
    overflowed = false;
    nudged = isPrompt = false;
    isWorking = true;
    const waiting = prompters;
    prompters = [];
    const startedAt = performance.now();
    try {
      const spentMs = await onRecords(batch);
      notBeforeMs = Math.max(
        startedAt + intervalMs,
        performance.now() + Math.min(pauseFactor * spentMs, longestPauseMs),
      );
    } finally {
      isWorking = false;
      for (const done of waiting) done();
      if (nudged) start();
    }
  }
}
