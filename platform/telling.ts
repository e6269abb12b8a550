import type { AnyRequests } from './messages.ts';
import { isLeftBehind, runtime } from './runtime.ts';

/**
 * Tells the background something; what it answers is as it arrived, null where nobody answers. Tried twice, because the browser may end the
 * background over its work, and starts it again for the next message: Firefox rejects then, Chrome answers with nothing.
 */
export async function tell<Name extends keyof AnyRequests>(
  name: Name,
  sent: AnyRequests[Name]['sent'],
): Promise<unknown> {
  for (let tries = 2; tries > 0 && !isLeftBehind(); tries--) {
    try {
      const answer: unknown = await runtime().sendMessage({ ask: name, sent });
      if (answer) return answer;
    } catch {
      // Nobody there
    }
  }
  return null;
}
