/** Something in the fact base that its author has to mend. */
export interface Problem {
  /** Relative to the project. */
  file: string;
  /** Id of the record; empty where the whole file is meant. */
  id: string;
  wrong: string;
  /** What to do about it. */
  remedy: string;
}

/** Problems as a reader of a terminal sees them, one a line. */
export function listProblems(problems: readonly Problem[]): string {
  return problems
    .map(({ file, id, wrong, remedy }) => `${[file, id].filter(Boolean).join(' · ')}: ${wrong}. ${remedy}`)
    .join('\n');
}

/** Thrown where the fact base cannot be used; its message lists every problem. */
export class FactBaseError extends Error {
  override name = 'FactBaseError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(
      `The fact base has ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}:\n${listProblems(problems)}`,
    );
    this.problems = problems;
  }
}
