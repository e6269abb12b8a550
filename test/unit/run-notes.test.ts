import { expect, test } from 'vitest';
import { notesOf } from '../run-notes.ts';

const result = (status: string, failureMessages: string[], message = '') => ({
  name: '/project/test/browser/life.test.ts',
  message,
  assertionResults: [{ fullName: 'life goes on', status, failureMessages }],
});

test('a test that passed when it was tried again is named, with why it failed at first', () => {
  expect(
    notesOf({ testResults: [result('passed', ['expected 1 to be 2\n    at life.test.ts:7'])] }, '/project'),
  ).toEqual(['AT THE SECOND TRY test/browser/life.test.ts: life goes on\nexpected 1 to be 2\n    at life.test.ts:7']);
});

test('so is one that failed, and a file that could not be run; nothing else', () => {
  expect(notesOf({ testResults: [result('failed', ['no'])] }, '/project')).toEqual([
    'FAILED test/browser/life.test.ts: life goes on\nno',
  ]);
  expect(notesOf({ testResults: [result('passed', [], 'no such module')] }, '/project')).toEqual([
    'FAILED test/browser/life.test.ts\nno such module',
  ]);
  expect(notesOf({ testResults: [result('passed', [])] }, '/project')).toEqual([]);
});
