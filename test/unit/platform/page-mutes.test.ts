import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepPageMutes } from '../../../platform/page-mutes.ts';
import { changeSettings, readSettings } from '../../../platform/settings.ts';
import { MAX_MUTED, type Muted } from '../../../platform/settings-values.ts';

beforeEach(() => fakeBrowser.reset());

const frame = (site: string, tabId = 1) => ({ tabId, frameId: 0, documentId: '', site, pageHost: site });
const names = (count: number) => Array.from({ length: count }, (_, at) => `Name ${at}`);
const muted = async () => (await readSettings()).muted;
const store = (entries: Muted[]) => changeSettings((settings) => ({ ...settings, muted: entries }));

test('a name is muted here or everywhere, says from which site, and is taken back there', async () => {
  const mutes = keepPageMutes();
  expect(await mutes.mute(frame('www.a.example'), { alias: 'NSO' }, 'here')).toBe(true);
  expect(await mutes.mute(frame('www.a.example'), { alias: 'NSO' }, 'everywhere')).toBe(true);
  expect(await muted()).toEqual([
    { alias: 'NSO', site: 'a.example', from: 'a.example' },
    { alias: 'NSO', site: null, from: 'a.example' },
  ]);
  expect(await mutes.unmute(frame('www.a.example'), { alias: 'NSO' }, 'everywhere')).toBe(true);
  expect(await muted()).toEqual([{ alias: 'NSO', site: 'a.example', from: 'a.example' }]);
});

test('undo works after the browser has ended the background', async () => {
  await keepPageMutes().mute(frame('a.example'), { alias: 'NSO' }, 'here');
  expect(await keepPageMutes().unmute(frame('a.example'), { alias: 'NSO' }, 'here')).toBe(true);
});

test('a page takes back nothing that was not asked for on it', async () => {
  const own: Muted[] = [
    { alias: 'NSO', site: null },
    { alias: 'Pegasus', site: 'a.example', from: 'a.example' },
  ];
  await store(own);
  const mutes = keepPageMutes();
  // Muting again what is muted is not a way to own it.
  expect(await mutes.mute(frame('a.example'), { alias: 'NSO' }, 'everywhere')).toBe(true);
  expect(await mutes.unmute(frame('a.example'), { alias: 'NSO' }, 'everywhere')).toBe(false);
  expect(await mutes.unmute(frame('a.example'), { alias: 'Pegasus' }, 'here')).toBe(false);
  await mutes.mute(frame('b.example'), { alias: 'Shalev' }, 'everywhere');
  expect(
    await mutes.unmute(frame('c.example'), { alias: 'Shalev' }, 'everywhere'),
    'a later page in the same tab',
  ).toBe(false);
  expect(await muted()).toEqual([...own, { alias: 'Shalev', site: null, from: 'b.example' }]);
});

test('a page that mutes without end adds a bounded number, and pushes nothing out', async () => {
  const own: Muted[] = names(30).map((alias) => ({ alias: `Own ${alias}`, site: null }));
  await store(own);
  const mutes = keepPageMutes();
  const done = await Promise.all(
    names(600).map((name, at) => mutes.mute(frame('a.example'), { alias: name }, at % 2 ? 'here' : 'everywhere')),
  );
  const after = await muted();
  expect(after.slice(0, 30)).toEqual(own);
  expect(done.filter(Boolean)).toHaveLength(50);
  expect(after.filter(({ site, from }) => from === 'a.example' && site === null)).toHaveLength(20);
  expect(await mutes.mute(frame('b.example'), { alias: 'NSO' }, 'here'), 'other sites have their own room').toBe(true);
});

test('a full list takes no more and loses nothing', async () => {
  const own: Muted[] = names(MAX_MUTED).map((alias) => ({ alias, site: null }));
  await store(own);
  expect(await keepPageMutes().mute(frame('a.example'), { alias: 'NSO' }, 'here')).toBe(false);
  expect(await muted()).toEqual(own);
});

test('a claim is muted and taken back as a name is, within the same bounds', async () => {
  const mutes = keepPageMutes();
  expect(await mutes.mute(frame('a.example'), { claim: 'c1' }, 'here')).toBe(true);
  expect(await muted()).toEqual([{ claim: 'c1', site: 'a.example', from: 'a.example' }]);
  expect(await mutes.unmute(frame('a.example'), { alias: 'c1' }, 'here'), 'no name').toBe(false);
  expect(await mutes.unmute(frame('a.example'), { claim: 'c1' }, 'here')).toBe(true);
  for (const name of names(49)) await mutes.mute(frame('a.example'), { alias: name }, 'here');
  expect(await mutes.mute(frame('a.example'), { claim: 'c2' }, 'here')).toBe(true);
  expect(await mutes.mute(frame('a.example'), { claim: 'c3' }, 'here')).toBe(false);
});

test('a page without a host mutes nothing', async () => {
  expect(await keepPageMutes().mute(frame(''), { alias: 'NSO' }, 'everywhere')).toBe(false);
});
