/** What cards show, asked of the background when the pointer comes to a mark, so that it is there when the dwell is over. */
import type { CardContent } from '../platform/exchange.ts';

export interface CardContents {
  /** The content of a target's card: at once where it is here, else as a promise; null where nobody answers. */
  get(target: string): CardContent | Promise<CardContent | null>;
  /** Asks anew from now on: the reader has chosen another language. */
  forget(): void;
}

const mostKept = 30;

export function createCardContents(ask: (target: string) => Promise<CardContent | null>): CardContents {
  let kept = new Map<string, CardContent | Promise<CardContent | null>>();
  return {
    get(target) {
      const known = kept.get(target);
      if (known) return known;
      const here = kept;
      const coming = ask(target).then((content) => {
        // Of a background that gave no answer more is hoped the next time
        if (content) here.set(target, content);
        else here.delete(target);
        return content;
      });
      here.set(target, coming);
      for (const oldest of here.keys()) {
        if (here.size <= mostKept) break;
        here.delete(oldest);
      }
      return coming;
    },
    forget() {
      kept = new Map();
    },
  };
}
