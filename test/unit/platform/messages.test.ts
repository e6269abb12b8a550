import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { frameOf, parsePageMessage, parseTabMessage } from '../../../platform/messages.ts';

const dossier = {
  mentions: [{ entity: 'nso-group', text: 'NSO', before: 'The ', after: ' said', confidence: 1, doubtful: false, place: 0 }],
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
  expect(parseTabMessage({ type: 'stop', origins: ['*://a.example/*'] })).toEqual({ type: 'stop', origins: ['*://a.example/*'] });
  expect(parseTabMessage({ type: 'step', direction: 2 })).toBe(null);
  expect(parseTabMessage({ type: 'jump', place: 1.5 })).toBe(null);
  expect(parseTabMessage({ type: 'stop', origins: 'all' })).toBe(null);
});

test('nothing makes the guards throw', () => {
  const anyMessage = fc.oneof(fc.anything(), fc.record({ type: fc.constantFrom('affair', 'dossier', 'step', 'jump', 'stop', 'report') }, { noNullPrototype: false }), fc.record({ type: fc.constant('dossier'), dossier: fc.anything() }));
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
