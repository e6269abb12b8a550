import { expect, test } from 'vitest';
import {
  countMentions,
  dossierModel,
  filterDossier,
  kindsOf,
  NO_FILTER,
  type Filter,
} from '../../../presentation/dossier.ts';
import type { Dossier } from '../../../presentation/dossier.ts';
import { facts } from '../../fixtures/facts.ts';

const mention = (
  entity: string,
  place: number,
  more: Partial<Dossier['mentions'][number]> = {},
): Dossier['mentions'][number] => ({
  entity,
  place,
  text: entity,
  before: '',
  after: '',
  confidence: 0.9,
  doubtful: false,
  ...more,
});
const frames: { frameId: number; dossier: Dossier }[] = [
  {
    frameId: 0,
    dossier: {
      mentions: [
        mention('zoe-muller', 3, { before: 'The mayor, ', text: 'Müller', after: ', spoke' }),
        mention('dam-works', 5),
        mention('zoe-muller', 8, { text: 'Zoé', doubtful: true }),
        mention('unheard-of', 9),
      ],
      matches: [
        { claim: 'safe', stance: 'disputes', sentence: 'It leaks, she said.', confidence: 0.9, place: 4 },
        { claim: 'unheard-of', stance: 'restates', sentence: '?', confidence: 0.9, place: 6 },
      ],
    },
  },
  { frameId: 7, dossier: { mentions: [mention('dam-works', 3), mention('river', 1)], matches: [] } },
];
const model = dossierModel(facts, frames);
const filtered = (filter: Partial<Filter>) => {
  const { groups, matches } = filterDossier(model, { ...NO_FILTER, ...filter }, facts);
  return [
    ...matches.map(({ claim }) => claim.id),
    ...groups.map(({ entity, mentions }) => `${entity.id} ${mentions.map(({ place }) => place).join()}`),
  ];
};

test('mentions stand in reading order under the entity that came first, with the frame to jump to; what is not known is left out', () => {
  expect(
    model.groups.map(({ entity, mentions }) => [
      entity.id,
      mentions.map(({ frameId, place }) => `${frameId}:${place}`),
    ]),
  ).toEqual([
    ['zoe-muller', ['0:3', '0:8']],
    ['dam-works', ['0:5', '7:3']],
    ['river', ['7:1']],
  ]);
  expect(model.matches.map(({ claim, stance, frameId, place }) => [claim.id, stance, frameId, place])).toEqual([
    ['safe', 'disputes', 0, 4],
  ]);
  expect(countMentions(model)).toBe(5);
  expect(kindsOf(model)).toEqual(['person', 'organisation', 'place']);
});

test.each<[string, Partial<Filter>, string[]]>([
  ['nothing', {}, ['safe', 'zoe-muller 3,8', 'dam-works 5,3', 'river 1']],
  ['a name without its accents', { text: 'zoe' }, ['zoe-muller 3,8']],
  ['words around the name', { text: 'MAYOR spoke' }, ['zoe-muller 3']],
  ['words of the sentence', { text: 'leaks' }, ['safe']],
  ['words of the claim', { text: 'dam safe' }, ['safe']],
  ['words that are nowhere', { text: 'zzz' }, []],
  ['the kind, in claims by or about it too', { kind: 'organisation' }, ['safe', 'dam-works 5,3']],
  ['a kind that no claim concerns', { kind: 'person' }, ['zoe-muller 3,8']],
  ['what is doubtful', { show: 'doubtful' }, ['zoe-muller 8']],
  ['sentences', { show: 'matches' }, ['safe']],
  ['names', { show: 'mentions', kind: 'place' }, ['river 1']],
])('filters by %s', (_, filter, expected) => {
  expect(filtered(filter)).toEqual(expected);
});
