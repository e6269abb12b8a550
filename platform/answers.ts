/** Whether an answer of the background is what its request promises, as far as those who asked rely on it. */
import { isRecord } from './guards.ts';
import type { AnyRequests } from './messages.ts';

export function isAnswer<Name extends keyof AnyRequests>(
  name: Name,
  answer: unknown,
): answer is AnyRequests[Name]['got'] {
  return CHECKS[name]?.(answer) ?? answer === true;
}

const CHECKS: Partial<Record<keyof AnyRequests, (answer: unknown) => boolean>> = {
  marks: (answer) =>
    answer === 'unknown' ||
    answer === 'busy' ||
    (isRecord(answer) &&
      isRecord(answer.choices) &&
      Array.isArray(answer.targets) &&
      Array.isArray(answer.blocks) &&
      answer.targets.every(Array.isArray) &&
      answer.blocks.every(Array.isArray)),
  card: (answer) => answer === 'busy' || (isRecord(answer) && isRecord(answer.model)),
  dossiers: Array.isArray,
  sentence: Array.isArray,
};
