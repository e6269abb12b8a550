import fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { askForClaims, parseTabMessage, tellBackground } from '../../../platform/messages.ts';
import { frameOf, parsePageMessage } from '../../../platform/page-messages.ts';

beforeEach(() => fakeBrowser.reset());

const dossier = {
  mentions: [
    { entity: 'nso-group', text: 'NSO', before: 'The ', after: ' said', confidence: 1, doubtful: false, place: 0 },
  ],
  matches: [{ claim: 'c', stance: 'restates', sentence: 's', confidence: 0.5, place: 1 }],
};

test('a page’s messages are understood', () => {
  expect(parsePageMessage({ type: 'affair', more: 1 })).toEqual({ type: 'affair' });
  expect(parsePageMessage({ type: 'dossier', dossier })).toEqual({ type: 'dossier', dossier });
});

test.each([
  ['a count that is no number', { ...dossier, mentions: [{ ...dossier.mentions[0], confidence: '1' }] }],
  ['a confidence above 1', { ...dossier, mentions: [{ ...dossier.mentions[0], confidence: 2 }] }],
  ['a place below 0', { ...dossier, mentions: [{ ...dossier.mentions[0], place: -1 }] }],
  ['an unknown stance', { ...dossier, matches: [{ ...dossier.matches[0], stance: 'proves' }] }],
  ['no lists', { mentions: {}, matches: [] }],
  ['endless text', { ...dossier, mentions: [{ ...dossier.mentions[0], text: 'x'.repeat(5000) }] }],
])('a dossier with %s is refused', (_, broken) => {
  expect(parsePageMessage({ type: 'dossier', dossier: broken })).toBe(null);
});

test('the background’s messages are understood, others are not', () => {
  expect(parseTabMessage({ type: 'step', direction: -1 })).toEqual({ type: 'step', direction: -1 });
  expect(parseTabMessage({ type: 'stop', origins: ['*://a.example/*'] })).toEqual({
    type: 'stop',
    origins: ['*://a.example/*'],
  });
  expect(parseTabMessage({ type: 'step', direction: 2 })).toBe(null);
  expect(parseTabMessage({ type: 'jump', place: 1.5 })).toBe(null);
  expect(parseTabMessage({ type: 'stop', origins: 'all' })).toBe(null);
});

test('nothing makes the guards throw', () => {
  const anyMessage = fc.oneof(
    fc.anything(),
    fc.record(
      { type: fc.constantFrom('affair', 'dossier', 'step', 'jump', 'stop', 'report') },
      { noNullPrototype: false },
    ),
    fc.record({ type: fc.constant('dossier'), dossier: fc.anything() }),
  );
  fc.assert(
    fc.property(anyMessage, (message) => {
      for (const parse of [parsePageMessage, parseTabMessage]) expect(parse(message)?.type).not.toBe('nonsense');
    }),
  );
});

test('only a script of this extension on a page is a frame', () => {
  const { id } = fakeBrowser.runtime;
  const tab = { id: 3 } as never;
  expect(frameOf({ id, tab, frameId: 2 })).toEqual({ tabId: 3, frameId: 2 });
  expect(frameOf({ id: 'another', tab, frameId: 2 })).toBe(null);
  expect(frameOf({ id, frameId: 0 })).toBe(null);
  expect(frameOf({ tab, frameId: 2 })).toBe(null);
});

test('what does not belong to a dossier stays outside', () => {
  const laden = { ...dossier, more: 'x', mentions: [{ ...dossier.mentions[0], payload: 'x'.repeat(1000) }] };
  expect(parsePageMessage({ type: 'dossier', dossier: laden })).toEqual({ type: 'dossier', dossier });
});

test('of an endless page the beginning is kept, within what a session can hold', () => {
  const [mention] = dossier.mentions;
  const many = Array.from({ length: 30_000 }, (_, place) => ({
    ...mention!,
    place,
    text: 'x'.repeat(180),
    before: 'x '.repeat(20),
    after: ' x'.repeat(20),
  }));
  const read = parsePageMessage({ type: 'dossier', dossier: { ...dossier, mentions: many } });
  const kept = (read as { dossier: typeof dossier }).dossier;
  expect(kept.matches).toEqual(dossier.matches);
  expect(kept.mentions.length).toBeGreaterThan(5000);
  expect(kept.mentions).toEqual(many.slice(0, kept.mentions.length));
  expect(JSON.stringify(kept).length).toBeLessThan(5_000_000);
});

test('a sentence without an end does not hide the page it stands on', () => {
  const read = parsePageMessage({
    type: 'dossier',
    dossier: { ...dossier, matches: [{ ...dossier.matches[0], sentence: 'x'.repeat(9000) }] },
  });
  expect((read as { dossier: typeof dossier }).dossier.matches[0]!.sentence).toHaveLength(4000);
});

test.each([
  ['no alias', { alias: '', site: null, isMuted: true }],
  ['an endless alias', { alias: 'x'.repeat(81), site: null, isMuted: true }],
  ['a pattern for a site', { alias: 'NSO', site: '*', isMuted: true }],
  ['a site with markup', { alias: 'NSO', site: '<b>', isMuted: true }],
  ['no decision', { alias: 'NSO', site: null }],
])('muting with %s is refused', (_, broken) => expect(parsePageMessage({ type: 'mute', ...broken })).toBe(null));

test('muting names an alias and a site, and nothing else', () => {
  const mute = { type: 'mute', alias: 'NSO', site: 'news.example', isMuted: true };
  expect(parsePageMessage({ ...mute, more: 1 })).toEqual(mute);
});

const passage = { text: 'NSO Group sells.', mentions: [{ start: 0, end: 9, entity: 'nso-group' }], before: [] };

test.each([
  ['more passages than a page asks for', Array.from({ length: 501 }, () => passage)],
  ['a text longer than any block', [{ ...passage, text: 'x'.repeat(40_001) }]],
  ['a span that begins before the text', [{ ...passage, mentions: [{ start: -1, end: 9, entity: 'nso-group' }] }]],
  ['a span that ends nowhere', [{ ...passage, mentions: [{ start: 0, end: Number.NaN, entity: 'nso-group' }] }]],
  ['no list of what stands before', [{ ...passage, before: 'nso-group' }]],
  ['no passages', undefined],
])('a question about claims with %s is refused', (_, passages) =>
  expect(parsePageMessage({ type: 'claims', passages })).toBe(null),
);

test.each([
  ['by an error', () => Promise.reject(new Error('The message port closed before a response was received.'))],
  ['by nothing', () => Promise.resolve(undefined)],
])('a message is sent again where the background ended over it, which the browser tells %s', async (_, ended) => {
  const send = vi
    .spyOn(fakeBrowser.runtime, 'sendMessage')
    .mockImplementationOnce(() => ended() as never)
    .mockResolvedValueOnce([[]] as never);
  expect(await askForClaims([passage])).toEqual([[]]);
  expect(send).toHaveBeenCalledTimes(2);
  send.mockRestore();
});

test('a script that an update left behind may speak, and nobody is harmed', async () => {
  const send = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(() => {
    throw new Error('Extension context invalidated.');
  });
  expect(await tellBackground({ type: 'affair' })).toBe(null);
  expect(send).toHaveBeenCalledTimes(2);
  send.mockRestore();
});
