import { describe, expect, test } from 'vitest';
import { compileFacts, readFactBase } from '../../../../data/compile.ts';
import type { Facts } from '../../../../data/facts.ts';
import { isContesting } from '../../../../data/relation-kinds.ts';
import { storyOf } from '../../../../presentation/explorer/story.ts';
import { facts as small } from '../../../fixtures/facts.ts';

const facts = compileFacts(readFactBase());

function told(
  dates: Record<string, string>,
  relations: [kind: Facts['relations'][number]['kind'], a: string, b: string][],
) {
  const claims = Object.entries(dates).map(([id, date]) => ({ ...small.claims[0]!, id, date }));
  return storyOf({
    ...small,
    claims,
    relations: relations.map(([kind, a, b], at) => ({ ...small.relations[0]!, id: `r${at}`, kind, claims: [a, b] })),
  }).map(({ subject, against }) => [subject.id, ...against.map(({ claim }) => claim.id)]);
}

describe('the story', () => {
  test('tells every contradiction of the fact base once, and nothing else', () => {
    const ids = storyOf(facts).flatMap(({ against }) => against.map(({ relation }) => relation.id));
    expect(ids.toSorted()).toEqual(
      facts.relations
        .filter(({ kind }) => isContesting(kind))
        .map(({ id }) => id)
        .toSorted(),
    );
  });

  test('a statement that several contradict is told once, with what stands against it in the order of time', () => {
    expect(
      told({ denial: '2021-12', late: '2021-11', early: '2021-07' }, [
        ['contradicts', 'denial', 'late'],
        ['contradicts', 'early', 'denial'],
      ]),
    ).toEqual([['denial', 'early', 'late']]);
  });

  test('pairs follow in the order of time, the earlier statement first', () => {
    expect(
      told({ a: '2021-12', b: '2021-11', c: '2021-08', d: '2021-07' }, [
        ['contradicts', 'a', 'b'],
        ['contradicts', 'c', 'd'],
      ]),
    ).toEqual([
      ['d', 'c'],
      ['b', 'a'],
    ]);
  });

  test('what was taken back stands before what takes it back, whatever is known of the dates', () => {
    expect(told({ back: '2021', first: '2021-10' }, [['retracts', 'back', 'first']])).toEqual([['first', 'back']]);
  });

  test('what is no conflict is not told', () => {
    expect(told({ a: '2021', b: '2021' }, [['measures-differently', 'a', 'b']])).toEqual([]);
  });
});
