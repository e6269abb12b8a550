import { describe, expect, it } from 'vitest';
import { compileFacts } from '../../../data/compile.ts';
import { createSearch } from '../../../data/search.ts';
import { smallBase } from './small-base.ts';

const base = smallBase();
base.claims[0] = {
  ...base.claims[0]!,
  statement: {
    en: 'The firm denies having listened in',
    fr: 'L’entreprise nie avoir écouté des députés',
    de: 'Die Firma bestreitet das Abhören',
  },
};
base.entities[2] = { ...base.entities[2]!, name: { en: 'Éric Müller', fr: 'Éric Müller', de: 'Éric Müller' } };
const search = createSearch(compileFacts(base), 'en');
const found = (query: string) =>
  search(query).map((hit) =>
    hit.kind === 'entity' ? hit.entity.id : hit.kind === 'claim' ? hit.claim.id : hit.relation.id,
  );

describe('search', () => {
  it.each(['écouté députés', 'ecoute deputes', 'DÉPUTÉS écouté', 'deputes ecoute'])(
    'finds the claim by “%s”',
    (query) => {
      expect(found(query)[0]).toBe('firm-denies');
    },
  );

  it('puts a person first whose name is asked for, accents or not', () => {
    expect(found('muller eric')[0]).toBe('minister');
  });

  it('finds a speaker’s claims by name and words of the statement together', () => {
    expect(found('muller nine')).toContain('nine-entities');
    expect(found('muller nine')).not.toContain('minister-unaware');
  });

  it.each([
    ['den', 'firm-denies'],
    ['list', 'firm-denies'],
    ['mul', 'minister'],
    ['nine ent', 'nine-entities'],
  ])('finds while “%s” is being typed', (query, id) => expect(found(query)).toContain(id));

  it('forgives a slip of the finger', () => expect(found('denise listned')).toContain('firm-denies'));

  it('finds a relation by its reason', () => expect(found('cannot both')).toEqual(['denial-against-nine']));

  it.each(['', '   ', 'xylophone', 'muller xylophone'])('finds nothing for “%s”', (query) =>
    expect(found(query)).toEqual([]),
  );
});
