import { expect, test } from 'vitest';
import { divide } from '../../lint/accepted.ts';

const accepted = [{ code: 'UNSAFE_VAR_ASSIGNMENT', file: /^annotator\.js$/, reason: 'Preact' }];
const warning = (file: string, code = 'UNSAFE_VAR_ASSIGNMENT') => ({ code, message: 'innerHTML', file });

test('a warning is accepted once, in its file, and any other is ours to mend', () => {
  const [preact, second, elsewhere, other] = [
    warning('annotator.js'),
    warning('annotator.js'),
    warning('popup.js'),
    warning('annotator.js', 'DANGEROUS_EVAL'),
  ];
  const { ours, accepted: taken } = divide({ errors: [], warnings: [preact, second, elsewhere, other] }, accepted);
  expect(taken).toEqual([{ warning: preact, reason: 'Preact' }]);
  expect(ours).toEqual([second, elsewhere, other]);
});

test('no error is accepted', () => {
  const error = warning('annotator.js');
  expect(divide({ errors: [error], warnings: [] }, accepted)).toEqual({ ours: [error], accepted: [] });
});
