import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../data/languages.ts';
import { RELATION_KIND_NAMES } from '../../../data/relation-kinds.ts';
import { createWords } from '../../../presentation/words.ts';

type Messages = Record<string, { message: string; description?: string }>;
const read = (language: string) =>
  JSON.parse(readFileSync(`public/_locales/${language}/messages.json`, 'utf8')) as Messages;
const en = read('en');

const code = ['components', 'presentation', 'platform', 'entrypoints', 'cli', 'background']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`))
  .filter((file) => /\.(tsx?|html)$/.test(file))
  .concat('wxt.config.ts')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

/** Keys that are put together in the code: `card_stance_${stance}`, `termKey('common_relation', kind)`, `__MSG_manifest_name__`. */
const made = [
  ...[...code.matchAll(/`([a-z]+_[a-z_]+_)\$\{/g)].map(([, prefix]) => prefix!),
  ...[...code.matchAll(/termKey\('([a-z_]+)'/g)].map(([, prefix]) => `${prefix}_`),
];
/** `popup_off` stands for `popup_off_hint`, `card_date` for `card_date_inferred`, and so on. */
const stem = (key: string) => key.replace(/_(one|other|hint|inferred|external)$/, '');
const isNamed = (key: string) =>
  code.includes(`'${key}'`) || code.includes(`"${key}"`) || code.includes(`__MSG_${key}__`);

test.each(LANGUAGES)('%s has every message that another language has, with the same parameters', (language) => {
  const other = read(language);
  const parametersOf = (messages: Messages) =>
    Object.fromEntries(
      Object.entries(messages).map(([key, { message }]) => [key, (message.match(/\{\w+\}/g) ?? []).toSorted()]),
    );
  expect(parametersOf(other)).toEqual(parametersOf(en));
});

test('every message is used', () => {
  const unused = Object.keys(en).filter(
    (key) => !isNamed(key) && !isNamed(stem(key)) && !made.some((prefix) => key.startsWith(prefix)),
  );
  expect(unused).toEqual([]);
});

test('every message that is asked for is there', () => {
  const asked = [...code.matchAll(/\bt\('([a-z_]+)'|(?:label|more)="([a-z_]+)"|label: '([a-z_]+)'/g)].map(
    (found) => found[1] ?? found[2] ?? found[3]!,
  );
  expect(asked.length).toBeGreaterThan(30);
  const missing = asked.filter((key) => ![key, `${key}_one`, `${key}_inferred`].some((name) => name in en));
  expect(missing).toEqual([]);
});

/** Safari's; Chrome takes 132. */
const shortestLimit = 112;

test('the browsers’ limits for name and description are kept', () => {
  for (const language of LANGUAGES) {
    expect(read(language).manifest_description!.message.length).toBeLessThanOrEqual(shortestLimit);
    expect(read(language).manifest_name!.message.length).toBeLessThanOrEqual(45);
  }
});

test('parameters stand in their places, numbers as the language writes them', () => {
  const words = createWords(
    { popup_results_one: '{n} Satz', popup_results_other: '{n} Sätze', card_label: 'Wer ist {name}?' },
    'de',
  );
  expect([
    words.t('popup_results', { n: 1 }),
    words.t('popup_results', { n: 1200 }),
    words.t('card_label', { name: '{n}' }),
  ]).toEqual(['1 Satz', '1.200 Sätze', 'Wer ist {n}?']);
});

test('French says zero in the singular', () => {
  const { t } = createWords({ popup_results_one: '{n} phrase', popup_results_other: '{n} phrases' }, 'fr');
  expect(t('popup_results', { n: 0 })).toBe('0 phrase');
});

test('a message that the surface does not carry is an error, not an empty place', () => {
  expect(() => createWords({}, 'en').t('card_cite')).toThrow('card_cite');
});

describe('relation kinds', () => {
  const kinds = RELATION_KIND_NAMES.map((kind) => kind.replaceAll('-', '_'));

  test.each(LANGUAGES)('have a name and a line of explanation of their own in %s', (language) => {
    const messages = read(language);
    for (const prefix of ['common_relation', 'legend_relation']) {
      const texts = kinds.map((kind) => messages[`${prefix}_${kind}`]?.message);
      expect(texts).not.toContain(undefined);
      expect(new Set(texts).size).toBe(kinds.length);
    }
  });
});
