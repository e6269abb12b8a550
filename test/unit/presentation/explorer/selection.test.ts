import { describe, expect, test } from 'vitest';
import type { RelationKind } from '../../../../data/relation-kinds.ts';
import { NO_FILTERS, type Filters } from '../../../../presentation/explorer/address.ts';
import { mapOf } from '../../../../presentation/explorer/map-model.ts';
import { stepOf } from '../../../../components/explorer/roving.ts';
import { select } from '../../../../presentation/explorer/selection.ts';
import { thenAndNow } from '../../../../presentation/explorer/then-and-now.ts';
import { createSearch } from '../../../../presentation/search/search.ts';
import { facts } from '../../../fixtures/facts.ts';

const search = createSearch({ facts, aliases: [], concepts: [] });
const selected = (filters: Partial<Filters>) => {
  const { claims, relations, entities, sources } = select(facts, { ...NO_FILTERS, ...filters }, search);
  const ids = (list: { id: string }[]) => list.map(({ id }) => id);
  return { claims: ids(claims), relations: ids(relations), entities: ids(entities), sources: ids(sources) };
};

describe('filters', () => {
  test('none leave everything, statements in order of date', () => {
    const all = selected({});
    expect(all.claims).toEqual(['as-mayor', 'alone', 'tall', 'taller', 'cracked', 'safe', 'blessing']);
    expect(all.relations).toHaveLength(2);
    expect(all.entities).toHaveLength(facts.entities.length);
    expect(all.sources).toEqual(['gazette']);
  });

  test.each<[string, Partial<Filters>, string[]]>([
    ['by speaker', { claimant: 'dam-works' }, ['alone', 'tall', 'safe']],
    ['by who passed it on', { entity: 'zoe-muller', from: '2020' }, ['blessing']],
    ['by kind', { kind: 'denies' }, ['safe']],
    ['by source', { source: 'gazette', to: '2013' }, ['as-mayor']],
    ['by a source that records nothing', { source: 'other' }, []],
    ['by tie', { ties: ['contradicts'] }, ['cracked', 'safe']],
    ['by date: a year that holds a month', { from: '2016', to: '2016' }, ['taller']],
    ['by date: a month within a year that is all that is known', { from: '2015-06', to: '2015-06' }, ['tall']],
    ['by words', { q: 'metres' }, ['tall', 'taller']],
    ['by several', { q: 'metres', claimant: 'zoe-muller' }, ['taller']],
  ])('%s', (_, filters, claims) => {
    expect(selected(filters).claims).toEqual(claims);
  });

  test('keep a tie of which one end is left', () => {
    expect(selected({ claimant: 'dam-works', kind: 'denies' }).relations).toEqual(['cracks']);
  });

  test('find sources by their title', () => {
    expect(selected({ q: 'gazette dam' }).sources).toEqual(['gazette']);
    expect(selected({ q: 'zzzz' })).toEqual({ claims: [], relations: [], entities: [], sources: [] });
  });
});

describe('the map', () => {
  const relations = facts.relations;

  const both: RelationKind[] = ['contradicts', 'measures-differently'];

  test('shows at first what is contested, and other kinds where they are asked for', () => {
    const shown = (...ties: RelationKind[]) =>
      mapOf(facts, { relations }, ties)
        .arcs.map(({ relation }) => relation.id)
        .toSorted();
    expect(shown()).toEqual(['cracks']);
    expect(shown(...both)).toEqual(['cracks', 'heights']);
    expect(shown('corroborates')).toEqual([]);
  });

  test('holds each tied claim once, under who made it', () => {
    const { clusters } = mapOf(facts, { relations }, both);
    expect(clusters.map(({ claimant, claims }) => [claimant, ...claims.map(({ id }) => id)])).toEqual([
      ['dam-works', 'tall', 'safe'],
      ['zoe-muller', 'taller', 'cracked'],
    ]);
  });

  test('no two brackets in a track overlap', () => {
    const many = Array.from({ length: 8 }, (_, at) => ({
      ...relations[0]!,
      id: `r${at}`,
      claims: [facts.claims[at % 7]!.id, facts.claims[(at * 3 + 1) % 7]!.id] as [string, string],
    })).filter(({ claims: [a, b] }) => a !== b);
    const { arcs, tracks } = mapOf(facts, { relations: many }, both);
    expect(arcs).toHaveLength(many.length);
    for (const a of arcs) {
      expect(a.track).toBeLessThan(tracks);
      for (const b of arcs) {
        if (a !== b && a.track === b.track) expect(a.rows[1] < b.rows[0] || b.rows[1] < a.rows[0]).toBe(true);
      }
    }
  });
});

describe('then and now', () => {
  test('tells a speaker’s statements in order, with what changed at the later one', () => {
    const own = {
      ...facts,
      relations: [
        ...facts.relations,
        {
          ...facts.relations[0]!,
          id: 'shrunk',
          kind: 'updates' as const,
          claims: ['safe', 'tall'] as [string, string],
        },
      ],
    };
    const steps = thenAndNow(own, 'dam-works').map(({ claim, changes }) => [
      claim.id,
      ...changes.map(({ relation, earlier }) => `${relation.kind} ${earlier.id}`),
    ]);
    expect(steps).toEqual([['alone'], ['tall'], ['safe', 'updates tall']]);
  });

  test('includes what was said in an office, and for an office what its holder said', () => {
    expect(thenAndNow(facts, 'ada-roth').map(({ claim }) => claim.id)).toEqual(['blessing']);
    expect(thenAndNow(facts, 'regent').map(({ claim }) => claim.id)).toEqual(['blessing']);
  });
});

describe('arrow keys', () => {
  const orders = { across: [2, 0, 1], down: [0, 1, 2] };
  test.each([
    ['ArrowRight', 2, 0],
    ['ArrowRight', 1, null],
    ['ArrowLeft', 0, 2],
    ['ArrowDown', 0, 1],
    ['ArrowUp', 0, null],
    ['Home', 1, 2],
    ['End', 2, 1],
    ['a', 0, null],
  ])('%s from %d leads to %j', (key, place, next) => {
    expect(stepOf(key, place, orders)).toBe(next);
  });
});
