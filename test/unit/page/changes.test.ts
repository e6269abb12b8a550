// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { changesOf } from '../../../page/changes.ts';

test('what moved to where nothing is read may leave the document while that is worked off', () => {
  document.body.innerHTML =
    '<div contenteditable><section><p>NSO Group sells it.</p><p>Pegasus is its name.</p></section></div>';
  const section = document.querySelector('section')!;
  const [target, removedNodes] = [document.body, [section]];
  const record = { type: 'childList', target, removedNodes, addedNodes: [], previousSibling: null, nextSibling: null };
  const work = changesOf([record as unknown as MutationRecord]);
  for (let step = work.next(); ; step = work.next()) {
    section.remove();
    if (!step.done) continue;
    expect(step.value.removed).toBe(true);
    return;
  }
});
