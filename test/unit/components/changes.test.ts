import { expect, test } from 'vitest';
import { words as tables } from 'virtual:bridle/words/options';
import { accessToAskFor, changesBetween } from '../../../components/options/changes.ts';
import { createWords } from '../../../presentation/words.ts';
import { DEFAULT_SETTINGS, type Mutable } from '../../../platform/settings-values.ts';

const none = { everywhere: false, hosts: [] };
const nameOfMuted = (what: Mutable) => ('alias' in what ? what.alias : 'It leaks.');
const words = createWords(tables.en, 'en');

test('a preview names what would change, and nothing else', () => {
  const then = {
    settings: {
      ...DEFAULT_SETTINGS,
      dwellMs: 450,
      language: 'de' as const,
      muted: [
        { alias: 'ONS', site: null },
        { claim: 'c1', site: 'a.example' },
      ],
    },
    access: none,
  };
  expect(
    changesBetween({ settings: DEFAULT_SETTINGS, access: none, nameOfMuted }, then, words).map(
      ({ from, to }) => `${from} → ${to}`,
    ),
  ).toEqual(['300 ms → 450 ms', 'As the browser → German', '– → ONS, It leaks. (a.example)']);
  expect(changesBetween({ ...then, nameOfMuted }, then, words)).toEqual([]);
});

test('access is asked for where it is missing, and never taken away by a file', () => {
  const hosts = (...names: string[]) => ({ everywhere: false, hosts: names });
  const everywhere = { everywhere: true, hosts: [] };
  expect(accessToAskFor(hosts('a.example'), hosts('a.example', 'b.example'))).toEqual(hosts('b.example'));
  expect(accessToAskFor(hosts('a.example'), none)).toEqual(none);
  expect(accessToAskFor(everywhere, hosts('a.example'))).toEqual(none);
  expect(accessToAskFor(hosts('a.example'), everywhere)).toEqual(everywhere);
});
