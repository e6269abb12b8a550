import type { Gate } from '../data/gate-words.ts';

/** Whether a text may speak of the affair: it holds one of its names and a word of its vocabulary. Errs on the side of yes. */
export function speaksOfAffair(text: string, { trigger, support }: Gate): boolean {
  return new RegExp(trigger, 'iu').test(text) && new RegExp(support, 'iu').test(text);
}
