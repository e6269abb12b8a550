/** The asking end of requests: scripts on pages, and the extension's own pages. */
import { isAnswer } from './answers.ts';
import type { AnyRequests } from './messages.ts';
import { tell } from './telling.ts';

/** Asks the background. Null where nobody answers, or not as agreed: an update may have left this script behind. */
export async function ask<Name extends keyof AnyRequests>(
  name: Name,
  sent: AnyRequests[Name]['sent'],
): Promise<AnyRequests[Name]['got'] | null> {
  const answer = await tell(name, sent);
  return isAnswer(name, answer) ? answer : null;
}
