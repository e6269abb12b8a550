import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gate } from 'virtual:bridle/gate';
import { describe, expect, it } from 'vitest';
import { gateFor } from '../../../../page/gate/expressions.ts';
import { readDevelopmentTexts, readLabelledTexts, readTextsAside } from '../../../accuracy/labelled-texts.ts';

const opens = gateFor(gate);
const shared = join(import.meta.dirname, '../../../../../shared');

/** Texts that name neither NSO nor Pegasus in a way that anybody could list; no page without them is marked. */
const unnamed = [
  'train-2/en-affair-36-machine.txt',
  'train-3/de-affair-55-zeile.txt',
  'train-5/en-affair-82-firstname.txt',
  'train-5/en-affair-83-nocentral.txt',
];

describe('opens on every text that speaks of the affair', () => {
  it.each(
    [...readLabelledTexts(), ...readDevelopmentTexts()]
      .filter(({ file, mentions }) => mentions.length > 0 && !unnamed.includes(file))
      .map(({ file, text }): [string, string] => [file, text]),
  )('%s', (_, text) => {
    expect(opens(text)).toBe(true);
  });

  it('but for a few of those that are set aside', () => {
    const texts = readTextsAside().filter(({ mentions }) => mentions.length > 0);
    expect(texts.filter(({ text }) => !opens(text)).length).toBeLessThanOrEqual(0.04 * texts.length);
  });

  it('where the name was repeated many times before', () => {
    expect(opens(`${'Pegasus rises. '.repeat(300)}The spyware of NSO Group infected phones of journalists.`)).toBe(
      true,
    );
  });
});

describe('stays shut', () => {
  it.each([
    [
      'without a name of the affair',
      'Spyware was sold; journalists were hacked. Amnesty International and Citizen Lab investigated.',
    ],
    ['on ordinary words', 'Ons huis in Las Vegas, Tennessee; une réponse; конструкция'],
    ['on letters within other words', 'SPONSORS, OPTIONS and OPINIONS about spyware, consonants'],
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
