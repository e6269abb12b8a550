import { clearLine, cursorTo } from 'node:readline';
import { printable, printableLine } from '../printable.ts';

export interface Progress {
  /** Another file is done. */
  step(name: string): void;
  /** Says something beside the bar. */
  say(message: string): void;
  /** Takes the bar away. */
  end(): void;
}

/** So many files are done before a bar could be read. */
const FEW = 5;
const WIDTH = 24;
const intervalMs = 80;

/** A bar on the terminal of standard error. Without a terminal, for few files, or where the output itself scrolls past, there is none. */
export function createProgress(total: number): Progress {
  const { stderr, stdout } = process;
  const isShown = stderr.isTTY && !stdout.isTTY && total > FEW;
  let done = 0;
  let drawnAtMs = 0;
  const wipe = () => {
    if (!isShown) return;
    clearLine(stderr, 0);
    cursorTo(stderr, 0);
  };
  return {
    step(name) {
      done += 1;
      const nowMs = Date.now();
      if (!isShown || (nowMs - drawnAtMs < intervalMs && done < total)) return;
      drawnAtMs = nowMs;
      const filled = Math.round((WIDTH * done) / total);
      const line = `[${'='.repeat(filled)}${' '.repeat(WIDTH - filled)}] ${done} of ${total}  ${printableLine(name)}`;
      wipe();
      stderr.write(line.slice(0, (stderr.columns || 80) - 1));
    },
    say(message) {
      wipe();
      console.error(printable(message));
    },
    end: wipe,
  };
}
