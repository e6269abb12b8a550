/** Warnings of the add-on linter that are not ours to mend, told from the others. */

/** Of a message of the linter, what is read here. */
export interface Message {
  code: string;
  message: string;
  file?: string;
  line?: number;
}

/** It stands once in its file: a second one is ours. */
export interface Accepted {
  code: string;
  file: RegExp;
  reason: string;
}

/** `ours` are all errors, and the warnings that nothing accepts. */
export function divide(
  { errors, warnings }: Record<'errors' | 'warnings', Message[]>,
  list: readonly Accepted[],
): { ours: Message[]; accepted: { warning: Message; reason: string }[] } {
  const accepted = list.flatMap(({ code, file, reason }) => {
    const warning = warnings.find((it) => it.code === code && file.test(it.file ?? ''));
    return warning ? [{ warning, reason }] : [];
  });
  const isAccepted = (message: Message) => accepted.some(({ warning }) => warning === message);
  return { ours: [...errors, ...warnings.filter((message) => !isAccepted(message))], accepted };
}
