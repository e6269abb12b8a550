import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gate } from 'virtual:bridle/gate';
import { describe, expect, it } from 'vitest';
import { gateFor } from '../../../../page/gate/expressions.ts';
import { readLabelledTexts } from '../../../accuracy/labelled-texts.ts';

const opens = gateFor(gate);
const shared = join(import.meta.dirname, '../../../../../shared');

describe('opens on every text that speaks of the affair', () => {
  it.each(
    readLabelledTexts()
      .filter(({ kind }) => kind !== 'lookalike')
      .map(({ file, text }): [string, string] => [file, text]),
  )('%s', (_, text) => {
    expect(opens(text)).toBe(true);
  });

  it('where the name was repeated many times before', () => {
    expect(opens(`${'Pegasus rises. '.repeat(300)}The spyware of NSO Group infected phones of journalists.`)).toBe(
      true,
    );
  });

  const texts = join(shared, 'eval/text');
  it.skipIf(!existsSync(texts))('those of the shared evaluation (skipped where it is absent)', () => {
    const shut = readdirSync(texts).filter(
      (file) => /-(?:affair|mixed)-/.test(file) && !opens(readFileSync(join(texts, file), 'utf8')),
    );
    expect(shut).toEqual([]);
  });
});

describe('stays shut', () => {
  it.each([
    [
      'without a name of the affair',
      'Spyware was sold; journalists were hacked. Amnesty International and Citizen Lab investigated.',
    ],
    [
      'where a name stands alone',
      'Pegasus, the winged horse, sprang from the blood of Medusa. NSO is a word of three letters.',
    ],
    [
      'where the vocabulary is far away',
      `Pegasus flies. ${'The weather was fine. '.repeat(200)} The spyware was found.`,
    ],
    ['on letters within other words', 'SPONSORS, OPTIONS and OPINIONS about spyware'],
  ])('%s', (_, text) => {
    expect(opens(text)).toBe(false);
  });

  const pages = join(shared, 'pages');
  it.skipIf(!existsSync(pages))('on real pages of other matters (skipped where they are absent)', () => {
    const open = readdirSync(pages).filter(
      (file) => file.endsWith('.html') && opens(readFileSync(join(pages, file), 'utf8')),
    );
    expect(open).toEqual([]);
  });
});

it('asks the same of the same text again', () => {
  const text = 'NSO sells spyware';
  expect([opens(text), opens(text), opens('nothing'), opens(text)]).toEqual([true, true, false, true]);
});

it('finds a name at the end of a long text, and among many false ones', () => {
  expect(opens(`${'A long page of other matters. '.repeat(50_000)}The spyware Pegasus`)).toBe(true);
});
