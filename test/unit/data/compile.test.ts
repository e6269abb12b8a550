import { describe, expect, it } from 'vitest';
import { compileFacts, compileGate, compileLexicon } from '../../../data/compile.ts';
import { smallBase } from './small-base.ts';

describe('compiled facts', () => {
  it('carry no hash, no sentence and no alias', () => {
    const keys = new Set<string>();
    JSON.stringify(compileFacts(smallBase()), (key, value: unknown) => {
      keys.add(key);
      return value;
    });
    for (const key of ['sha256', 'sentences', 'length', 'aliases', 'cues', 'traps', 'others', 'central'])
      expect(keys).not.toContain(key);
  });

  it('keep what a card shows: statement, place, quotation, roles, reason', () => {
    const facts = compileFacts(smallBase());
    expect(facts.claims[1]).toMatchObject({
      statement: { fr: 'statement of minister-unaware (fr)' },
      evidence: [{ source: 'first', quote: 'ne rien savoir' }],
    });
    expect(facts.entities[2]?.roles[0]?.dates).toBe('2021-10-20');
    expect(facts.relations).toEqual(smallBase().relations);
  });

  it('leave the fact base as it was', () => {
    const base = smallBase();
    compileFacts(base);
    expect(base).toEqual(smallBase());
  });

  it.each([
    [['2021-10-20', '2021-11~'], '2021-11~'],
    [['2021-11-30', '2021-11-02'], '2021-11-30'],
    [['2021-11-30', '2021'], '2021'],
    [['2021-07-28', '2020/2021-07-30?'], '2021-07-30?'],
    [['2021-07-28', '2021-08/..'], '2021-08'],
  ])('of sources from %j end on %s', (dates, endsOn) => {
    const base = smallBase();
    base.sources.forEach((source, at) => {
      source.published = dates[at] ?? '';
    });
    expect(compileFacts(base).endsOn).toBe(endsOn);
  });
});

it('the lexicon keeps aliases, cues and vocabulary, and leaves out descriptions', () => {
  const { entities, vocabulary } = compileLexicon(smallBase());
  expect(entities[1]).toMatchObject({
    id: 'pegasus',
    central: true,
    cues: ['spyware', 'phone*'],
    aliases: [{ text: 'Pegasus' }, { text: 'بيغاسوس' }],
  });
  expect(entities[1]).not.toHaveProperty('description');
  expect(vocabulary.affair[0]?.weight).toBe(3);
});

describe('the gate', () => {
  const { trigger } = compileGate(smallBase());

  it.each(['NSO Group', 'the NSO\u00a0Group’s', 'Pegasus-Affäre', 'PEGASUS', '#pegasus', 'برنامج بيغاسوس'])(
    'asks on at %s',
    (words) => {
      expect(words).toMatch(new RegExp(trigger));
    },
  );

  it.each(['a group', 'SPONSORS', 'Asselborn'])('asks no more at %s', (words) => {
    expect(words).not.toMatch(new RegExp(trigger));
  });

  it('asks for central names, for telling ones and for words of the vocabulary, and for nothing when there are none', () => {
    const base = smallBase();
    base.entities[0]?.aliases.push({ text: 'Marmot Files', language: 'en', kind: 'full', needs: 'nothing' });
    expect('The Marmot Files').toMatch(new RegExp(compileGate(base).trigger));
    expect('Logiciel espion').toMatch(new RegExp(compileGate(base).trigger));
    const minister = base.entities.find(({ id }) => id === 'minister')!;
    minister.telling = true;
    expect(minister.aliases.map(({ text }) => text).join()).toMatch(new RegExp(compileGate(base).trigger));
    const empty = { ...base, entities: [], vocabulary: { ...base.vocabulary, gate: [] } };
    expect('anything').not.toMatch(new RegExp(compileGate(empty).trigger));
  });
});
