import { describe, expect, it } from 'vitest';
import { compileFacts, compileLexicon, readFactBase } from '../../../data/compile.ts';
import { packLexicon } from '../../../data/pack.ts';
import { packCard } from '../../../data/pack-card.ts';
import { LANGUAGES } from '../../../data/languages.ts';
import { shortId, unpackCard } from '../../../data/unpack-card.ts';
import { unpackLexicon } from '../../../data/unpack.ts';
import { formsOf } from '../../../matching/names/forms.ts';
import { cardModel } from '../../../presentation/card.ts';

const base = readFactBase();
const lexicon = compileLexicon(base);
const facts = compileFacts(base);
const ids = base.entities.map(({ id }) => id);

describe('the packed lexicon', () => {
  const unpacked = unpackLexicon(packLexicon(lexicon));

  it('names the same things in the same ways', () => {
    expect(formsOf(unpacked)).toEqual(formsOf(lexicon));
  });

  it('keeps who is what, and all words around names', () => {
    const around = ({ entities }: typeof lexicon) =>
      entities.map(({ id, kind, central, agency, cues, traps, others }) => ({
        id,
        person: kind === 'person',
        central: central === true,
        agency: agency === true,
        cues,
        traps,
        others,
      }));
    expect(around(unpacked)).toEqual(around(lexicon));
    expect(unpacked.vocabulary).toEqual(lexicon.vocabulary);
  });

  it('refuses what it could not tell apart again', () => {
    const [entity] = lexicon.entities;
    expect(() => packLexicon({ ...lexicon, entities: [{ ...entity!, cues: ['a|b'] }] })).toThrow(/a\|b/);
  });
});

describe.each(LANGUAGES)('the packed facts of a card in %s', (language) => {
  const unpacked = unpackCard(packCard(facts, language, new Set(ids)), language, ids);

  /** What a card draws: texts in its language, without the ids of sources and relations. */
  const drawn = (from: typeof unpacked, id: string) =>
    JSON.parse(
      JSON.stringify(
        cardModel(from, { kind: 'place', target: { mention: { entity: id }, matches: [] } } as never),
        (key, value: unknown) => {
          if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
          if (language in value) return (value as Record<string, unknown>)[language];
          const shown: Record<string, unknown> = { ...value };
          if ('dateBasis' in shown) delete shown.dateBasis;
          // On pages claims go by short ids
          if ('statement' in shown && typeof shown.id === 'string' && shown.id.length > 4) shown.id = shortId(shown.id);
          if (shown.kind === 'stated') return { kind: 'stated' };
          if (key === 'entity') return { name: shown.name, nameBasis: shown.nameBasis, kind: shown.kind };
          if ('publisher' in shown) {
            const { publisher, published, publishedBasis, url, kind, language: spoken } = shown;
            return { publisher, published, publishedBasis, url, kind, spoken };
          }
          if ('reason' in shown || 'dates' in shown) {
            delete shown.id;
            delete shown.source;
          }
          return shown;
        },
      ),
    ) as unknown;

  it('draw the same card for every entity', () => {
    for (const id of ids) expect(drawn(unpacked, id), id).toEqual(drawn(facts, id));
  });
});
