import type { Gate } from '../../data/gate-words.ts';

/** Makes the question whether a text may speak of the affair: one of its central names stands in it. It errs on the side of yes. */
export function gateFor({ trigger }: Gate): (text: string) => boolean {
  const names = new RegExp(trigger);
  return (text) => names.test(text);
}
