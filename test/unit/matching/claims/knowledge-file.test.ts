/** The claim knowledge as a file: what is read is what was written, number for number, and matches the same. */
import { expect, test } from 'vitest';
import { keptKnowledge } from '../../../../cli/kept-knowledge.ts';
import { claimKnowledge } from '../../../../matching/claims/knowledge.ts';
import { readKnowledge, writeKnowledge } from '../../../../matching/claims/knowledge-file.ts';
import { ClaimMatcher } from '../../../../matching/claims/matcher.ts';
import { smallBase } from '../../data/small-base.ts';

const made = claimKnowledge(smallBase());
const written = writeKnowledge(made);

test('what is read is what was written', () => {
  const read = readKnowledge(written.buffer);
  expect(read).toEqual(made);
  for (const part of ['memory', 'labels', 'vectors'] as const)
    for (const [name, value] of Object.entries(read[part])) expect(ArrayBuffer.isView(value), name).toBe(true);
});

test('its arrays are parts of the file, not copies, but for the longest, which is kept as gaps', () => {
  const { thesaurus, memory, vectors, encoder } = readKnowledge(written.buffer);
  for (const array of [thesaurus.rests, memory.rests, vectors.values, encoder.rows])
    expect(array.buffer).toBe(written.buffer);
});

test('the file may be read twice', () => {
  readKnowledge(written.buffer);
  expect(readKnowledge(written.buffer).memory.holders).toEqual(made.memory.holders);
});

test('the same base gives the same bytes', () => {
  expect(writeKnowledge(claimKnowledge(smallBase()))).toEqual(written);
});

test('what is kept matches, and does so again once it was written and read', () => {
  const passage = { text: 'NSO does not know how its customers use the software.', mentions: [], before: [] };
  const kept = keptKnowledge();
  const [first] = new ClaimMatcher(kept).match(passage);
  expect(first).toMatchObject({ claim: 'nso-does-not-know-use', stance: 'restates' });
  expect(new ClaimMatcher(readKnowledge(writeKnowledge(kept).buffer)).match(passage)).toEqual([first]);
});
