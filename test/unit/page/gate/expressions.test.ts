import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gate } from 'virtual:bridle/gate';
import { describe, expect, it } from 'vitest';
import { gateFor } from '../../../../page/gate/expressions.ts';
import { readDevelopmentTexts, readLabelledTexts, readTextsAside } from '../../../accuracy/labelled-texts.ts';

const opens = gateFor(gate);
const shared = join(import.meta.dirname, '../../../../../shared');

describe('opens on every text that speaks of the affair', () => {
  it.each(
    [...readLabelledTexts(), ...readDevelopmentTexts()]
      .filter(({ mentions }) => mentions.length > 0)
      .map(({ file, text }): [string, string] => [file, text]),
  )('%s', (_, text) => {
    expect(opens(text)).toBe(true);
  });

  it('but for a few of those that are set aside', () => {
    const texts = readTextsAside().filter(({ mentions }) => mentions.length > 0);
    expect(texts.filter(({ text }) => !opens(text)).length).toBeLessThanOrEqual(0.02 * texts.length);
  });

  it.each(['Gantz flew to Paris.', 'new spyware', 'ASSELBORN ANSWERS', 'Logiciels espions', 'программы: шпионские'])(
    'where it names neither NSO nor Pegasus: %s',
    (text) => {
      expect(opens(text)).toBe(true);
    },
  );

  it('where the name was repeated many times before', () => {
    expect(opens(`${'Pegasus rises. '.repeat(300)}The spyware of NSO Group infected phones of journalists.`)).toBe(
      true,
    );
  });
});

describe('stays shut', () => {
  it.each([
    [
      'on names that stand everywhere',
      'Apple, Microsoft and WhatsApp met Emmanuel Macron and Joe Biden; Reuters and Le Monde reported.',
    ],
    ['on ordinary words', 'Ons huis in Las Vegas, Tennessee; une réponse; конструкция'],
    ['on letters within other words', 'SPONSORS, OPTIONS and OPINIONS about software, consonants'],
  ])('%s', (_, text) => {
    expect(opens(text)).toBe(false);
  });

  const pages = join(shared, 'pages');
  it.skipIf(!existsSync(pages))('on nearly all real pages of other matters (skipped where they are absent)', () => {
    const files = readdirSync(pages).filter((file) => file.endsWith('.html'));
    const open = files.filter((file) => opens(readFileSync(join(pages, file), 'utf8')));
    expect(open.length).toBeLessThanOrEqual(0.1 * files.length);
  });
});

it('asks the same of the same text again', () => {
  const text = 'NSO sells spyware';
  expect([opens(text), opens(text), opens('nothing'), opens(text)]).toEqual([true, true, false, true]);
});

it('finds a name at the end of a long text, and among many false ones', () => {
  expect(opens(`${'A long page of other matters. '.repeat(50_000)}The spyware Pegasus`)).toBe(true);
});
