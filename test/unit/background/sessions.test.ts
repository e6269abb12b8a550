import { CHOICES } from '../../fixtures/beside.ts';
import { beforeEach, afterEach, expect, test, vi } from 'vitest';
import { createSessions } from '../../../background/sessions.ts';
import { createTurns } from '../../../background/turns.ts';
import type { Engine } from '../../../matching/model.ts';
import type { Frame } from '../../../platform/answering.ts';
import type { BlocksUpdate } from '../../../platform/exchange.ts';
import { mention } from './finds.ts';

const engine: Engine = {
  scan: (text) => ({ text }),
  *link(blocks) {
    yield;
    return blocks.map(({ text }) => ({ mentions: text.startsWith('NSO') ? [mention(0, 3)] : [], matches: [] }));
  },
};

function open() {
  const changed: number[] = [];
  let made = 0;
  let asked = 0;
  const sessions = createSessions({
    async engine() {
      made++;
      return engine;
    },
    subjects: { ofEntity: () => 1, ofContest: () => null },
    async choicesFor({ site }) {
      asked++;
      return { choices: CHOICES, isMuted: () => site === 'quiet.example' };
    },
    turns: createTurns({ defer: (resume) => queueMicrotask(resume) }),
    onChange: (tabId) => changed.push(tabId),
  });
  return { sessions, changed, made: () => made, asked: () => asked };
}

const frame = (tabId: number, frameId = 0, more: Partial<Frame> = {}): Frame => ({
  tabId,
  frameId,
  documentId: 'd',
  site: 'news.example',
  pageHost: 'news.example',
  ...more,
});
const update = (insert: BlocksUpdate['insert'], revision = 0): BlocksUpdate => ({
  revision,
  at: 0,
  remove: 0,
  insert,
  more: false,
});

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

test('a frame of another site is named by it', async () => {
  const { sessions } = open();
  await sessions.marks(frame(1, 7, { site: 'other.example', isForeign: true }), update(['NSO inside']));
  await sessions.marks(frame(1, 0), update(['NSO on top']));
  expect(sessions.dossiers(1).map(({ frameId, origin }) => [frameId, origin])).toEqual([
    [0, undefined],
    [7, 'other.example'],
  ]);
});

test('each frame has its own dossier, the top frame first; those that hold nothing are left out', async () => {
  const { sessions } = open();
  await sessions.marks(frame(1, 7), update(['NSO inside']));
  await sessions.marks(frame(1, 0), update(['NSO on top']));
  await sessions.marks(frame(1, 9), update(['Rain']));
  await sessions.marks(frame(2, 0), update(['NSO elsewhere']));
  expect(sessions.dossiers(1).map(({ frameId, dossier }) => [frameId, dossier.mentions[0]!.after])).toEqual([
    [0, ' on top'],
    [7, ' inside'],
  ]);
  expect([sessions.knows(1), sessions.knows(3)]).toEqual([true, false]);
});

test('a frame that asks without end is told that the background is busy, before anything is done for it', async () => {
  const { sessions, asked } = open();
  const answers = await Promise.all(Array.from({ length: 60 }, () => sessions.marks(frame(1), update(['NSO']))));
  expect(answers.filter((answer) => answer === 'busy')).toHaveLength(56);
  expect(asked()).toBe(4);
  expect(await sessions.marks(frame(2), update(['NSO'])), 'another').toMatchObject({ blocks: [[1, 0, 3, 0, 0]] });
  expect(await sessions.marks(frame(1), update(['NSO'])), 'later').toMatchObject({ blocks: [[1, 0, 3, 0, 0]] });
});

test('a frame that is not known is told so, and begins anew', async () => {
  const { sessions, made } = open();
  expect(await sessions.marks(frame(1), update(['NSO'], 3))).toBe('unknown');
  expect(made(), 'nothing was made for it').toBe(0);
  expect(await sessions.marks(frame(1), update(['NSO']))).toMatchObject({ blocks: [[1, 0, 3, 0, 0]] });
});

test('nothing is left of a page once its frame or its tab is gone', async () => {
  const { sessions, changed } = open();
  for (const frameId of [0, 1]) await sessions.marks(frame(1, frameId), update(['NSO']));
  await sessions.marks(frame(2), update(['NSO']));
  vi.runAllTimers();
  changed.length = 0;
  sessions.forgetFrame(frame(1, 1));
  expect(sessions.dossiers(1)).toHaveLength(1);
  sessions.forgetTab(1);
  vi.runAllTimers();
  expect([sessions.knows(1), sessions.dossiers(1), sessions.dossiers(2).length, changed]).toEqual([false, [], 1, [1]]);
  expect(await sessions.marks(frame(1), update([], 1))).toBe('unknown');
});

test('a page that is left while it is read is not kept', async () => {
  const { sessions } = open();
  const answer = sessions.marks(frame(1), update(['NSO', 'NSO']));
  await Promise.resolve();
  await Promise.resolve();
  sessions.forgetTab(1);
  expect(['unknown', 'object']).toContain(typeof (await answer) === 'object' ? 'object' : await answer);
  sessions.forgetTab(1);
  expect(sessions.knows(1)).toBe(false);
});

test('another document in the frame knows nothing of the one before, and cannot take it away', async () => {
  const { sessions } = open();
  await sessions.marks(frame(1, 0, { documentId: 'new' }), update(['NSO']));
  sessions.forgetFrame(frame(1, 0, { documentId: 'old' }));
  expect(sessions.dossiers(1)).toHaveLength(1);
  expect(await sessions.marks(frame(1, 0, { documentId: 'old' }), update([], 1))).toBe('unknown');
});

test('muted names are those of the frame’s site', async () => {
  const { sessions } = open();
  expect(await sessions.marks(frame(1, 0, { site: 'quiet.example' }), update(['NSO']))).toMatchObject({ blocks: [] });
});

test('a thousand frames are known; of more the ones that were not heard of for longest are forgotten', async () => {
  const { sessions } = open();
  for (let tabId = 0; tabId < 1_000; tabId++) await sessions.marks(frame(tabId), update(['NSO']));
  await sessions.marks(frame(0), update([], 1));
  await sessions.marks(frame(1_000), update(['NSO']));
  expect([0, 1, 2, 1_000].map(sessions.knows)).toEqual([true, false, true, true]);
});
