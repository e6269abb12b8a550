import { expect, test } from 'vitest';
import { cardModel } from '../../../presentation/card.ts';
import type { StatedMatch, Mention } from '../../../matching/model.ts';
import { facts } from '../../fixtures/facts.ts';

const mention = (entity: string, more: Partial<Mention> = {}): Mention => ({
  start: 0,
  end: 1,
  text: entity,
  entity,
  alias: entity,
  distance: 0,
  cues: [],
  confidence: 1,
  doubtful: false,
  ...more,
});
const match = (claim: string, stance: StatedMatch['stance'] = 'restates'): StatedMatch => ({
  start: 0,
  end: 1,
  text: claim,
  claim,
  stance,
  confidence: 1,
  stanceConfidence: 1,
});
const onPage = (entity: string | null, matches: StatedMatch[] = [], more: Partial<Mention> = {}) =>
  cardModel(facts, { kind: 'place', target: { mention: entity ? mention(entity, more) : null, matches } });

test('the claim that the sentence disputes comes first, with what contradicts it', () => {
  const { matches, relations } = onPage('dam-works', [match('safe', 'disputes')]);
  expect(matches.map(({ claim, stance }) => [claim.id, stance])).toEqual([['safe', 'disputes']]);
  expect(matches[0]!.against.map(({ claims }) => claims.map(({ id }) => id))).toEqual([['safe', 'cracked']]);
  expect(relations.map(({ id }) => id)).toEqual(['heights']);
});

test('a contradiction is told from either side', () => {
  const against = (id: string) => onPage('dam-works', [match(id)]).matches[0]!.against[0]!;
  expect(against('safe').claims.map(({ id }) => id)).toEqual(['safe', 'cracked']);
  expect(against('cracked').claims.map(({ id }) => id)).toEqual(['cracked', 'safe']);
  expect(against('cracked').reason).toEqual(against('safe').reason);
});

test('without a match the contradictions lead, the gravest first and each in order of time', () => {
  const { matches, relations, rest, restOpen } = onPage('dam-works');
  expect(matches).toEqual([]);
  expect(relations.map(({ id, claims }) => [id, ...claims.map((claim) => claim.id)])).toEqual([
    ['cracks', 'cracked', 'safe'],
    ['heights', 'tall', 'taller'],
  ]);
  expect(rest.map(({ id }) => id)).toEqual(['alone', 'blessing']);
  expect(restOpen).toBe(0);
});

test('a retraction stands after what it takes back, whatever the dates say', () => {
  const [first] = facts.relations;
  const takenBack = {
    ...first!,
    id: 'taken-back',
    kind: 'retracts' as const,
    claims: ['tall', 'safe'] as [string, string],
  };
  const own = { ...facts, relations: [takenBack] };
  const { relations } = cardModel(own, { kind: 'entity', id: 'dam-works' });
  expect(relations.map(({ claims }) => claims.map(({ id }) => id))).toEqual([['safe', 'tall']]);
});

test('a claim stands in one place of the card only', () => {
  for (const entity of ['dam-works', 'zoe-muller', 'regent']) {
    const { matches, relations, rest } = onPage(entity, [match('safe')]);
    const above = [
      ...matches.map(({ claim }) => claim.id),
      ...relations.flatMap(({ claims }) => claims.map(({ id }) => id)),
    ];
    expect(rest.filter(({ id }) => above.includes(id))).toEqual([]);
  }
});

test('an entity without contradictions shows some claims at once', () => {
  const { rest, restOpen } = onPage('regent');
  expect(rest.map(({ id }) => id)).toEqual(['blessing']);
  expect(restOpen).toBeGreaterThan(0);
});

test('the role is that of the time of what is shown first', () => {
  expect(onPage('zoe-muller', [match('as-mayor')]).role?.title.en).toBe('Mayor');
  expect(onPage('zoe-muller', [match('cracked')]).role?.title.en).toBe('Minister');
  expect(onPage('zoe-muller', [match('taller')]).role?.title.en).toBe('Mayor');
});

test('another speaker’s role is told once, and as it was then', () => {
  const { matches, relations } = onPage('dam-works', [match('safe')]);
  expect(matches[0]!.against[0]!.claims[1].claimant.role?.en).toBe('Minister');
  expect(relations[0]!.claims[1].claimant).toMatchObject({ id: 'zoe-muller', role: null });
});

test('what an office said stands on the card of its holder, whose name is marked as from elsewhere', () => {
  expect(onPage('ada-roth').rest.map(({ id }) => id)).toEqual(['blessing']);
  expect(onPage('regent').holder).toMatchObject({ name: 'Ada Roth', basis: { kind: 'external' } });
});

test('a claim tells through whom it came, where it is recorded, and the source’s own words', () => {
  const [blessing] = onPage('regent').rest;
  expect(blessing!.relayedBy.map(({ name }) => name.en)).toEqual(['Zoé Müller']);
  expect(blessing!.sources.map(({ publisher }) => publisher.name)).toEqual(['Gazette']);
  expect(onPage('dam-works', [match('safe')]).matches[0]!.claim.quote).toEqual({
    text: 'tout va bien',
    language: 'fr',
  });
});

test('a doubtful mention says so, and why', () => {
  expect(onPage('dam-works', [], { doubtful: true, cues: ['water'], alias: 'DW' }).doubtful).toEqual({
    alias: 'DW',
    cues: ['water'],
  });
  expect(onPage('dam-works', [], { cues: ['water'] }).doubtful).toBe(null);
});

test('a sentence without a name leads to who made the claim', () => {
  expect(onPage(null, [match('cracked')]).entity?.id).toBe('zoe-muller');
});

test('what was looked up comes first', () => {
  expect(cardModel(facts, { kind: 'claim', id: 'tall' }).matches).toMatchObject([
    { claim: { id: 'tall' }, stance: null },
  ]);
  const { entity, relations } = cardModel(facts, { kind: 'relation', id: 'heights' });
  expect([entity?.id, relations[0]?.id]).toEqual(['zoe-muller', 'heights']);
  expect(cardModel(facts, { kind: 'entity', id: 'river' })).toMatchObject({
    entity: { id: 'river' },
    rest: [],
    relations: [],
  });
});

test('what the fact base does not know leaves an empty card, not an error', () => {
  expect(onPage('nobody', [match('nothing')])).toMatchObject({ entity: null, matches: [], relations: [], rest: [] });
});
