import { expect, test } from 'vitest';
import { contestedOn, countContested, othersThan } from '../../../presentation/dossier-contested.ts';
import { dossierModel, type Dossier } from '../../../presentation/dossier.ts';
import { facts as base } from '../../fixtures/facts.ts';

const match = (claim: string, place: number, stance: 'restates' | 'disputes' = 'restates') => ({
  claim,
  stance,
  sentence: `${claim} ${place}`,
  confidence: 0.9,
  place,
});
const frames = (...matches: Dossier['matches']) => [{ frameId: 0, dossier: { mentions: [], matches } }];
const look = (matches: Dossier['matches'], facts = base) => {
  const held = frames(...matches);
  const model = dossierModel(facts, held);
  const entries = contestedOn(model, facts);
  const count = countContested(
    held.map(({ dossier }) => dossier),
    facts,
  );
  expect(count, 'the badge counts what is listed').toBe(entries.length);
  return { entries, others: othersThan(entries, model).map(({ claim }) => claim.id) };
};
const shape = ({ entries }: ReturnType<typeof look>) =>
  entries.map(({ statements, against }) => [
    ...statements.map(({ claim, matches }) => `${claim.id} ${matches.map(({ place }) => place).join()}`),
    against && `${against.how} ${against.claim.id}`,
  ]);

test('both sides of a contradiction are one entry, each statement once with all its places', () => {
  expect(shape(look([match('cracked', 1), match('safe', 2), match('cracked', 3), match('tall', 4)]))).toEqual([
    ['cracked 1,3', 'safe 2', 'contradicts safe'],
  ]);
});

test('a statement that only the page disputes is contested too; one that is known otherwise is not', () => {
  const found = look([match('alone', 1, 'disputes'), match('tall', 2), match('unheard-of', 3, 'disputes')]);
  expect(shape(found)).toEqual([['alone 1', null]]);
  expect(found.others).toEqual(['tall']);
});

test('a sentence that is listed as contested is not among the others', () => {
  expect(look([match('safe', 1), match('tall', 1), match('taller', 2)]).others).toEqual(['taller']);
});

test('a retraction is told from its end', () => {
  const facts = {
    ...base,
    relations: [
      { ...base.relations[0]!, id: 'back', kind: 'retracts' as const, claims: ['taller', 'tall'] as [string, string] },
    ],
  };
  expect(shape(look([match('taller', 1)], facts))).toEqual([['taller 1', 'takes-back tall']]);
  expect(shape(look([match('tall', 1)], facts))).toEqual([['tall 1', 'taken-back taller']]);
});
