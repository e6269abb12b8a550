import { expect, test } from 'vitest';
import type { Dossier } from '../../../presentation/dossier.ts';
import { badgeText, countEntities } from '../../../platform/badge.ts';

const dossierOf = (...entities: string[]): Dossier => ({
  mentions: entities.map((entity, place) => ({
    entity,
    place,
    text: '',
    before: '',
    after: '',
    confidence: 1,
    doubtful: false,
  })),
  matches: [],
});

test('an entity counts once, in however many frames it is mentioned', () => {
  expect(countEntities([dossierOf('nso', 'pegasus', 'nso'), dossierOf('nso', 'macron')])).toBe(3);
});

test.each([
  [0, ''],
  [1, '1'],
  [99, '99'],
  [100, '99+'],
])('%d is written %j', (count, text) => {
  expect(badgeText(count)).toBe(text);
});
