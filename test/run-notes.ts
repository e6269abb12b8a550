/** What `npm test` tells at its end of the tests of vitest. */
import { relative } from 'node:path';

/** Of vitest's report, what is read here. */
export interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    name: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
  }[];
}

/** Each test that failed, also one that passed when it was tried again, and each file that could not be run, with the first lines of why. */
export function notesOf({ testResults }: Pick<Report, 'testResults'>, root: string): string[] {
  return testResults.flatMap(({ name: file, message, assertionResults }) => {
    const tests = assertionResults.filter(({ failureMessages }) => failureMessages.length > 0);
    const notes = tests.map(({ fullName, status, failureMessages }) => {
      const verdict = status === 'failed' ? 'FAILED' : 'AT THE SECOND TRY';
      return `${verdict} ${relative(root, file)}: ${fullName}\n${failureMessages[0]!.split('\n').slice(0, 8).join('\n')}`;
    });
    return message ? [`FAILED ${relative(root, file)}\n${message}`, ...notes] : notes;
  });
}
