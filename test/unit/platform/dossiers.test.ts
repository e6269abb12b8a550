import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Dossier } from '../../../presentation/dossier.ts';
import { readDossiers, storeDossier } from '../../../platform/dossiers.ts';

beforeEach(() => fakeBrowser.reset());

const dossierOf = (text: string): Dossier => ({
  mentions: [{ entity: 'nso-group', text, before: '', after: '', confidence: 1, doubtful: false, place: 0 }],
  matches: [],
});

test('each frame of each tab has its own place, the top frame first', async () => {
  await storeDossier(1, 7, dossierOf('inner'));
  await storeDossier(1, 0, dossierOf('top'));
  await storeDossier(11, 0, dossierOf('another tab'));
  expect((await readDossiers(1)).map(({ frameId, dossier }) => [frameId, dossier.mentions[0]!.text])).toEqual([
    [0, 'top'],
    [7, 'inner'],
  ]);
  await storeDossier(1, 0, { mentions: [], matches: [] });
  expect((await readDossiers(1)).map(({ frameId }) => frameId)).toEqual([7]);
});

test('where the session is full, the other tabs make room for the page that speaks', async () => {
  const quota = limitSession(3000);
  for (const tabId of [1, 2]) await storeDossier(tabId, 0, dossierOf('x'.repeat(1000)));
  await storeDossier(3, 0, dossierOf('a'.repeat(300)));
  await storeDossier(3, 5, dossierOf('b'.repeat(1500)));
  expect(
    (await readDossiers(3)).map(({ frameId }) => frameId),
    'its other frames stay',
  ).toEqual([0, 5]);
  expect(await readDossiers(1)).toEqual([]);
  quota.lift();
});

/** Refuses what would make the session larger than so many characters, as browsers do. */
function limitSession(most: number): { lift(): void } {
  const { session } = fakeBrowser.storage;
  const set = session.set.bind(session);
  const limited = async (items: object) => {
    if (JSON.stringify({ ...(await session.get(null)), ...items }).length > most)
      throw new Error('Session storage quota bytes exceeded.');
    await set(items);
  };
  Object.assign(session, { set: limited });
  return {
    lift: () => {
      Object.assign(session, { set });
    },
  };
}
