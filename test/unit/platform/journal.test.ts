import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { addToJournal, eraseJournal, MOST_ENTRIES, readJournal, switchJournal } from '../../../platform/journal.ts';
import { keepJournal } from '../../../platform/journal-keeper.ts';
import { changeSettings } from '../../../platform/settings.ts';
import type { Met } from '../../../presentation/journal/entry.ts';

beforeEach(async () => {
  fakeBrowser.reset();
  await switchJournal(true);
});

const LEAKS: Met = { claim: 'leaks', stance: 'restates', kinds: ['contradicts'] };
const SAFE: Met = { claim: 'safe', stance: 'disputes', kinds: [] };
const page = (address: string, title = 'The dam') => ({ address, title });
const on = (day: string, time = '10:00') => ({ day, date: new Date(`${day}T${time}:00Z`) });
const local = () => fakeBrowser.storage.local;

async function keptClaims(): Promise<string[]> {
  return (await readJournal()).entries.map(({ at, address, claim }) => `${at.slice(0, 10)} ${address} ${claim}`);
}

describe('what is kept', () => {
  test('nothing, until it is switched on, and nothing after it is switched off', async () => {
    await switchJournal(false);
    await addToJournal(page('https://a.example/'), [LEAKS], on('2026-01-02'));
    expect(await readJournal()).toEqual({ isOn: false, entries: [], unread: [], failedAt: null });
    expect(await local().get(null)).toEqual({});
  });

  test('one entry for each claim, page and day', async () => {
    await addToJournal(page('https://a.example/x'), [LEAKS], on('2026-01-02'));
    await addToJournal(page('https://a.example/x#part'), [LEAKS, SAFE], on('2026-01-02', '11:00'));
    await addToJournal(page('https://a.example/y'), [LEAKS], on('2026-01-02', '12:00'));
    await addToJournal(page('https://a.example/x'), [LEAKS], on('2026-01-03'));
    expect(await keptClaims()).toEqual([
      '2026-01-02 https://a.example/x leaks',
      '2026-01-02 https://a.example/x safe',
      '2026-01-02 https://a.example/y leaks',
      '2026-01-03 https://a.example/x leaks',
    ]);
    expect((await readJournal()).entries[0]).toEqual({
      at: '2026-01-02T10:00:00.000Z',
      address: 'https://a.example/x',
      title: 'The dam',
      ...LEAKS,
    });
  });

  test.each([
    ['its query stays', 'https://a.example/x?id=7#top', ['https://a.example/x?id=7']],
    ['a name and a password do not', 'https://me:secret@a.example/x', ['https://a.example/x']],
    ['a query without end does not', `https://a.example/x?${'q'.repeat(2_000)}`, ['https://a.example/x']],
    ['an address without end is no address of a page', `https://a.example/${'x'.repeat(2_000)}`, []],
    ['nor is a page of the browser', 'about:blank', []],
    ['nor a file', 'file:///home/me/x.html', []],
  ])('of an address: %s', async (_, address, kept) => {
    await addToJournal(page(address), [LEAKS], on('2026-01-02'));
    expect((await readJournal()).entries.map((entry) => entry.address)).toEqual(kept);
  });

  test('only on this machine', async () => {
    await addToJournal(page('https://a.example/'), [LEAKS], on('2026-01-02'));
    expect(await fakeBrowser.storage.sync.get(null)).toEqual({});
  });

  test('the oldest make room, whole days of them', async () => {
    const many = (count: number, name: string): Met[] =>
      Array.from({ length: count }, (__, at) => ({ ...LEAKS, claim: `${name}-${at}` }));
    await addToJournal(page('https://a.example/'), many(3, 'old'), on('2026-01-01'));
    await addToJournal(page('https://a.example/'), many(MOST_ENTRIES - 4, 'mid'), on('2026-01-02'));
    await addToJournal(page('https://a.example/'), many(5, 'new'), on('2026-01-03'));
    const { entries } = await readJournal();
    expect(entries).toHaveLength(MOST_ENTRIES);
    expect(entries[0]!.claim).toBe('mid-1');
    expect(Object.keys(await local().get(null))).not.toContain('journal:day:2026-01-01');
  });
});

describe('what cannot be read', () => {
  test('is told, kept beside new entries, and leaves only with all the rest', async () => {
    await local().set({ 'journal:day:2026-01-01': 'broken', 'journal:day:2026-01-02': [{ at: 'once' }, null] });
    await addToJournal(page('https://a.example/'), [LEAKS], on('2026-01-01'));
    await addToJournal(page('https://a.example/'), [LEAKS], on('2026-01-02'));
    const { entries, unread } = await readJournal();
    expect(entries).toHaveLength(2);
    expect(unread).toEqual(['broken', { at: 'once' }, null]);
    await eraseJournal();
    expect(await local().get(null)).toEqual({ 'journal:on': true });
  });

  test.each([
    ['a script for an address', { address: 'data:text/html,<script>alert(1)</script>' }],
    ['an address with a part behind #', { address: 'https://a.example/#x' }],
    ['another stance', { stance: 'agrees' }],
    ['another kind of relation', { kinds: ['hates'] }],
    ['a time that is none', { at: 'yesterday' }],
    ['a title without end', { title: 'x'.repeat(10_000) }],
  ])('%s is not believed', async (_, wrong) => {
    const entry = { at: '2026-01-02T10:00:00.000Z', address: 'https://a.example/', title: '', ...LEAKS };
    await local().set({ 'journal:day:2026-01-02': [entry, { ...entry, ...wrong }] });
    const { entries, unread } = await readJournal();
    expect(entries).toEqual([entry]);
    expect(unread).toHaveLength(1);
  });

  test('a full storage is told until it takes entries again', async () => {
    const set = vi.spyOn(local(), 'set').mockRejectedValueOnce(new Error('quota'));
    await addToJournal(page('https://a.example/'), [LEAKS], on('2026-01-02'));
    expect((await readJournal()).failedAt).toBe('2026-01-02T10:00:00.000Z');
    set.mockRestore();
    await addToJournal(page('https://a.example/'), [LEAKS], on('2026-01-02', '11:00'));
    expect((await readJournal()).failedAt).toBe(null);
  });
});

describe('a page in front', () => {
  async function passes(tab: { active?: boolean; incognito?: boolean; url?: string }): Promise<string[]> {
    vi.useFakeTimers();
    vi.spyOn(fakeBrowser.tabs, 'get').mockResolvedValue({
      active: true,
      incognito: false,
      url: 'https://news.example/dam',
      title: 'The dam',
      ...tab,
    } as never);
    const noteLater = keepJournal({ metOn: () => [LEAKS], dayOf: () => '2026-01-02' });
    noteLater(7);
    await vi.advanceTimersByTimeAsync(10_000);
    vi.useRealTimers();
    expect(fakeBrowser.tabs.get).toHaveBeenCalledExactlyOnceWith(7);
    return (await readJournal()).entries.map(({ address }) => address);
  }

  test('is kept', async () => expect(await passes({})).toEqual(['https://news.example/dam']));

  test('is not kept in a private window', async () => expect(await passes({ incognito: true })).toEqual([]));

  test('is not kept behind another tab', async () => expect(await passes({ active: false })).toEqual([]));

  test('is not kept where Bridle is kept off the site', async () => {
    await changeSettings((settings) => ({ ...settings, sites: { off: ['news.example'] } }));
    expect(await passes({ url: 'https://www.news.example/dam' })).toEqual([]);
  });
});
