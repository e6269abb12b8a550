import fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answerRequests, frameOf } from '../../../platform/answering.ts';
import { isAnswer } from '../../../platform/answers.ts';
import { ask } from '../../../platform/asking.ts';
import { PAYLOADS } from '../../../platform/payloads.ts';
import { readPageMessage, readStop } from '../../../platform/tab-messages.ts';

beforeEach(() => fakeBrowser.reset());

const update = { revision: 0, at: 0, remove: 0, insert: ['The NSO spoke.', 3], more: false };
const mute = { target: '{"entity":"nso-group","alias":"NSO"}', where: 'here', isMuted: true };

test('what belongs to a payload is read, and nothing else', () => {
  expect(PAYLOADS.affair({ more: 'x' })).toBe(null);
  expect(PAYLOADS.marks({ ...update, more: false, extra: 'x' })).toEqual(update);
  expect(PAYLOADS.card({ target: 't', words: 'fr', extra: 1 })).toEqual({ target: 't', words: 'fr' });
  expect(PAYLOADS.card({ target: 't', words: 'xx' })).toEqual({ target: 't', words: null });
  expect(PAYLOADS.hidden([4, 7])).toEqual([4, 7]);
  expect(PAYLOADS.mute({ ...mute, site: 'other.example' })).toEqual(mute);
  expect(PAYLOADS.dossiers({ tabId: 5 })).toEqual({ tabId: 5 });
});

test.each([
  ['marks', { ...update, revision: -1 }],
  ['marks', { ...update, at: 0.5 }],
  ['marks', { ...update, remove: Infinity }],
  ['marks', { ...update, more: 'no' }],
  ['marks', { ...update, insert: { length: 1e9 } }],
  ['marks', { ...update, insert: [null] }],
  ['marks', { ...update, insert: ['x'.repeat(40_000)] }],
  ['marks', { ...update, insert: Array.from({ length: 20 }, () => 'x'.repeat(30_000)) }],
  ['card', { target: 'x'.repeat(5_000), words: null }],
  ['card', { target: 5, words: null }],
  ['hidden', [-1]],
  ['hidden', Array.from({ length: 30_000 }, () => 1)],
  ['mute', { ...mute, where: 'news.example' }],
  ['mute', { ...mute, isMuted: 1 }],
  ['dossiers', { tabId: '5' }],
  ['sentence', 'x'.repeat(401)],
  ['sentence', null],
] as const)('%s is refused where it is out of shape or bounds, %#', (name, sent) => {
  expect(PAYLOADS[name](sent)).toBe(undefined);
});

test('the background’s messages are understood, others are not', () => {
  expect(readPageMessage({ type: 'step', direction: -1 })).toEqual({ type: 'step', direction: -1 });
  expect(readPageMessage({ type: 'step', direction: 2 })).toBe(null);
  expect(readPageMessage({ type: 'jump', place: 1.5 })).toBe(null);
  expect(readPageMessage({ type: 'hide', isHidden: 1 })).toBe(null);
  expect(readStop({ type: 'stop', origins: ['*://a.example/*'] })).toEqual({
    type: 'stop',
    origins: ['*://a.example/*'],
  });
  expect(readStop({ type: 'stop', origins: 'all' })).toBe(null);
});

test('nothing makes the guards throw', () => {
  const names = Object.keys(PAYLOADS) as (keyof typeof PAYLOADS)[];
  const sent = fc.oneof(
    fc.anything(),
    fc.record({ revision: fc.nat(), at: fc.nat(), remove: fc.nat(), insert: fc.anything(), more: fc.boolean() }),
    fc.record({ type: fc.constantFrom('step', 'jump', 'stop', 'renew') }, { noNullPrototype: false }),
  );
  fc.assert(
    fc.property(fc.constantFrom(...names), sent, (name, given) => {
      PAYLOADS[name](given);
      isAnswer(name, given);
      if (typeof given !== 'object' || given === null) return;
      const raw = given as Record<string, unknown>;
      expect([null, raw.type]).toContain((readPageMessage(raw) ?? readStop(raw))?.type ?? null);
    }),
  );
});

const url = 'https://news.example/a';
const page = () => ({ id: fakeBrowser.runtime.id, tab: { id: 3, url } as never, frameId: 2, url });

test('only a script of this extension on a page is a frame, and its site is that of the frame, or of the page around', () => {
  expect(frameOf(page())).toEqual({
    tabId: 3,
    frameId: 2,
    documentId: '',
    site: 'news.example',
    pageHost: 'news.example',
  });
  expect(frameOf({ ...page(), url: 'https://other.example/' })).toMatchObject({ isForeign: true });
  expect(frameOf({ ...page(), url: 'https://other.example/', frameId: 0 })?.isForeign).toBe(undefined);
  expect(frameOf({ ...page(), url: 'about:srcdoc' })?.site).toBe('news.example');
  expect(frameOf({ ...page(), url: 'https://other.example/' })?.site).toBe('other.example');
  expect(frameOf({ ...page(), url: 'https://other.example/' })?.pageHost).toBe('news.example');
  expect(frameOf({ ...page(), tab: { id: 3 } as never })?.pageHost).toBe('');
  expect(frameOf({ ...page(), id: 'another' })).toBe(null);
  expect(frameOf({ id: fakeBrowser.runtime.id, frameId: 0 })).toBe(null);
  expect(frameOf({ ...page(), url: fakeBrowser.runtime.getURL('/popup.html') })).toBe(null);
});

test('who asks decides what may be asked', async () => {
  const add = vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener');
  const asked: string[] = [];
  const note = (what: string) => () => {
    asked.push(what);
    return true as const;
  };
  answerRequests({
    pages: {
      affair: note('affair'),
      drawing: note('drawing'),
      marks: () => 'unknown',
      card: () => 'busy',
      hidden: note('hidden'),
      explore: note('explore'),
      mute: note('mute'),
      leave: note('leave'),
    },
    surfaces: { dossiers: () => [], sentence: () => [{ claim: 'nso-denies-wrongdoing', confidence: 1 }] },
  });
  const listener = add.mock.calls[0]![0] as (raw: unknown, sender: unknown) => Promise<unknown> | undefined;
  const surface = { id: fakeBrowser.runtime.id, url: fakeBrowser.runtime.getURL('/popup.html') };
  const strangers = [{ ...page(), id: 'another' }, { ...surface, id: 'another' }, { id: fakeBrowser.runtime.id }];

  expect(await listener({ ask: 'marks', sent: update }, page())).toBe('unknown');
  expect(await listener({ ask: 'dossiers', sent: { tabId: 3 } }, surface)).toEqual([]);
  expect(listener({ ask: 'dossiers', sent: { tabId: 3 } }, page()), 'no page learns of another').toBe(undefined);
  expect(await listener({ ask: 'sentence', sent: 'NSO denies it.' }, surface)).toHaveLength(1);
  expect(listener({ ask: 'sentence', sent: 'NSO denies it.' }, page()), 'nor is its engine for pages').toBe(undefined);
  expect(listener({ ask: 'mute', sent: mute }, surface), 'a surface is no page').toBe(undefined);
  expect(listener({ ask: 'marks', sent: 'all' }, page())).toBe(undefined);
  for (const name of ['toString', '__proto__', 'constructor', '', 5, null])
    expect(listener({ ask: name, sent: null }, page())).toBe(undefined);
  for (const stranger of strangers) expect(listener({ ask: 'leave', sent: null }, stranger)).toBe(undefined);
  expect(asked).toEqual([]);
});

test.each([
  ['by an error', () => Promise.reject(new Error('The message port closed before a response was received.'))],
  ['by nothing', () => Promise.resolve(undefined)],
])('a question is asked again where the background ended over it, which the browser tells %s', async (_, ended) => {
  const send = vi
    .spyOn(fakeBrowser.runtime, 'sendMessage')
    .mockImplementationOnce(() => ended() as never)
    .mockResolvedValueOnce('unknown' as never);
  expect(await ask('marks', update)).toBe('unknown');
  expect(send).toHaveBeenCalledTimes(2);
  send.mockRestore();
});

test('an answer of another shape is none', async () => {
  const send = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValue({ blocks: 5 } as never);
  expect(await ask('marks', update)).toBe(null);
  send.mockRestore();
});

test('a script that an update left behind may speak, and nobody is harmed', async () => {
  const send = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(() => {
    throw new Error('Extension context invalidated.');
  });
  expect(await ask('affair', null)).toBe(null);
  send.mockRestore();
});
