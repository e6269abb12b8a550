/** Small questions about what arrived, for both ends of every message. */

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** 0, 1, 2 … */
export const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

export const isText = (value: unknown, longest: number): value is string =>
  typeof value === 'string' && value.length <= longest;

export const isList = <Entry>(
  value: unknown,
  isEntry: (entry: unknown) => entry is Entry,
  most: number,
): value is Entry[] => Array.isArray(value) && value.length <= most && value.every(isEntry);
