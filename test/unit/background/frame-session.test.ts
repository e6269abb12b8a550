import { expect, test } from 'vitest';
import { createFrameSession } from '../../../background/frame-session.ts';
import { atOnce } from '../../../matching/at-once.ts';
import type { Engine } from '../../../matching/model.ts';
import type { BlocksUpdate, MarksUpdate } from '../../../platform/exchange.ts';
import type { Mutable } from '../../../platform/settings-values.ts';
import { CHOICES } from '../../fixtures/beside.ts';
import { match, mention } from './finds.ts';

/** Finds each NSO, and takes a block that denies for a claim. */
function open() {
  const scanned: string[] = [];
  const linked: string[][] = [];
  const engine: Engine = {
    scan(text) {
      scanned.push(text);
      return { text };
    },
    *link(blocks) {
      yield;
      linked.push(blocks.map(({ text }) => text));
      return blocks.map(({ text }) => ({
        mentions: [...text.matchAll(/NSO/g)].map(({ index }) => mention(index, index + 3)),
        matches: text.includes('denies') ? [{ ...match(0, text.length, 'c'), text }] : [],
      }));
    },
  };
  const session = createFrameSession(engine, { ofEntity: () => 4, ofContest: () => null });
  const muted = new Set<string>();
  const reader = {
    choices: CHOICES,
    isMuted: (what: Mutable) => 'alias' in what && muted.has(what.alias),
  };
  const update = (revision: number, insert: BlocksUpdate['insert'], more: Partial<BlocksUpdate> = {}) =>
    atOnce(session.update({ revision, at: 0, remove: 0, insert, more: false, ...more }, reader));
  return { session, scanned, linked, muted, update };
}

const blocksOf = (answer: MarksUpdate | 'unknown') => (answer as MarksUpdate).blocks;

test('answers the marks of each block, and later what has changed alone', () => {
  const { update, scanned } = open();
  const first = update(0, ['The NSO spoke.', 'Rain.', 'NSO denies it.']);
  expect(first).toEqual({
    choices: expect.anything() as unknown,
    targets: [
      [4, '{"entity":"nso-group","alias":"NSO"}'],
      [-1, '{"claims":[["c","restates"]]}'],
      [4, '{"entity":"nso-group","alias":"NSO","claims":[["c","restates"]]}'],
    ],
    blocks: [
      [1, 4, 7, 0, 0],
      [3, 0, 14, 3, 1, 0, 3, 0, 2],
    ],
  });
  expect(blocksOf(update(1, ['NSO again.'], { at: 3 }))).toEqual([[4, 0, 3, 0, 0]]);
  expect(blocksOf(update(2, ['Silence.'], { at: 0, remove: 1 }))).toEqual([]);
  expect(scanned).toHaveLength(5);
});

test('portions are scanned as they come, and weighed together with the last', () => {
  const { update, linked } = open();
  expect(blocksOf(update(0, ['NSO one.'], { more: true }))).toEqual([]);
  expect(linked).toEqual([]);
  expect(blocksOf(update(1, ['NSO two.'], { at: 1 }))).toHaveLength(2);
  expect(linked).toEqual([['NSO one.', 'NSO two.']]);
});

test('a block that was moved is named by its number and not scanned again, also between portions', () => {
  const { update, scanned, linked } = open();
  update(0, ['one', 'two']);
  update(1, ['zero'], { at: 0, remove: 2, more: true });
  update(2, [2, 1], { at: 1 });
  expect(linked.at(-1)).toEqual(['zero', 'two', 'one']);
  expect(scanned).toEqual(['one', 'two', 'zero']);
});

test.each([
  ['an update that does not follow the last', 2, [], {}],
  ['a number of no block', 1, [9], {}],
  ['a number of a block that is gone', 1, [1], { at: 0 }],
  ['more taken out than there is', 1, [], { at: 0, remove: 5 }],
] as const)('%s is not understood', (_, revision, insert, more) => {
  const { update } = open();
  update(0, ['one']);
  if (insert[0] === 1) update(1, [], { remove: 1 });
  expect(update(insert[0] === 1 ? 2 : revision, [...insert], more)).toBe('unknown');
});

test('nothing is weighed again where only the reader’s choices have changed', () => {
  const { update, linked, muted } = open();
  update(0, ['The NSO spoke.']);
  muted.add('NSO');
  expect(blocksOf(update(1, []))).toEqual([[1]]);
  muted.clear();
  expect(blocksOf(update(2, []))).toEqual([[1, 4, 7, 0, 0]]);
  expect(linked).toHaveLength(1);
});

test('the dossier lists what the page shows, with what stands around it', () => {
  const { session, update } = open();
  update(0, ['The NSO spoke.', `${'a herring '.repeat(9)}NSO, ${'a herring '.repeat(9)}`, 'NSO denies it.']);
  const { mentions, matches } = session.dossier();
  expect(mentions.map(({ before, after }) => [before, after])).toEqual([
    ['The ', ' spoke.'],
    ['…a herring a herring a herring a herring ', ', a herring a herring a herring a herring a…'],
    ['', ' denies it.'],
  ]);
  expect(matches.map(({ claim, sentence }) => [claim, sentence])).toEqual([['c', 'NSO denies it.']]);
  expect(new Set([...mentions, ...matches].map(({ place }) => place)).size, 'each place has its own number').toBe(4);
  session.hide([mentions[1]!.place]);
  expect(session.dossier().mentions).toHaveLength(2);
});

test('no control or direction sign of a page passes into its dossier', () => {
  const { session, update } = open();
  update(0, ['\u202Eevil\u0007 NSO denies it.\u2066']);
  const { mentions, matches } = session.dossier();
  expect(mentions.length).toBeGreaterThan(0);
  expect(JSON.stringify([mentions, matches])).not.toMatch(/\p{Bidi_Control}|\\u0007/u);
});

test('of an endless page the beginning is kept, in the session and in the dossier', () => {
  const { session, update } = open();
  const long = 'x'.repeat(32_000);
  for (let revision = 0; revision < 800; revision++) update(revision, [long], { at: revision, more: true });
  expect(session.characters()).toBeLessThanOrEqual(24_000_000);
  const many = open();
  many.update(
    0,
    Array.from({ length: 30_000 }, () => 'NSO denies it.'),
  );
  const { mentions, matches } = many.session.dossier();
  expect(mentions.length + matches.length).toBe(20_000);
  const endless = open();
  endless.update(0, [`NSO denies ${'x'.repeat(9_000)}`]);
  expect(endless.session.dossier().matches[0]!.sentence).toHaveLength(4_000);
});
