import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ATTITUDE_NAMES } from '../../../../data/attitudes.ts';
import { RELATION_KIND_NAMES } from '../../../../data/relation-kinds.ts';
import {
  formatAddress,
  isFiltered,
  NO_FILTERS,
  parseAddress,
  RECORD_KINDS,
  START,
  VIEWS,
  type Address,
} from '../../../../presentation/explorer/address.ts';

const id = fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,3}$/);
const maybe = (value: fc.Arbitrary<string>) => fc.oneof(fc.constant(''), value);
const day = fc.constantFrom('', '2021', '2021-07', '2021-12-31', '1999-01-01');
const addresses: fc.Arbitrary<Address> = fc
  .record({
    view: fc.constantFrom(...VIEWS),
    open: fc.option(fc.record({ kind: fc.constantFrom(...RECORD_KINDS), id })),
    compare: fc.option(fc.tuple(id, maybe(id))),
    filters: fc.record({
      q: fc.string({ unit: 'grapheme' }).filter((text) => text.isWellFormed()),
      claimant: maybe(id),
      entity: maybe(id),
      source: maybe(id),
      kind: fc.constantFrom('', ...ATTITUDE_NAMES),
      ties: fc.subarray([...RELATION_KIND_NAMES]),
      from: day,
      to: day,
    }),
  })
  .map((address) => (address.compare ? { ...address, open: null } : address));

describe('the address of the explorer', () => {
  test('says all that is shown: what is written is read back the same', () => {
    fc.assert(
      fc.property(addresses, (address) => {
        expect(parseAddress(formatAddress(address))).toEqual(address);
      }),
    );
  });

  test('is read whatever it holds, and what it reads can be written and read again', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webQueryParameters()), (query) => {
        const address = parseAddress(`?${query}`);
        expect(parseAddress(formatAddress(address))).toEqual(address);
      }),
    );
  });

  test.each([
    ['?claim=nine-entities', { kind: 'claim', id: 'nine-entities' }],
    ['?entity=nso-group', { kind: 'entity', id: 'nso-group' }],
    ['?relation=a-b', { kind: 'relation', id: 'a-b' }],
    ['?source=wort-2021-10-20', { kind: 'source', id: 'wort-2021-10-20' }],
  ])('%s opens that record', (query, open) => {
    expect(parseAddress(query).open).toEqual(open);
  });

  test('leaves out what it cannot read', () => {
    expect(
      parseAddress('?claim=<script>&view=chaos&kind=lies&ties=hates,contradicts&from=yesterday&to=2021-13'),
    ).toEqual({
      ...START,
      view: 'list',
      filters: { ...NO_FILTERS, ties: ['contradicts'] },
    });
  });

  test('of the start is empty, and knows when something is filtered', () => {
    expect(formatAddress(START)).toBe('?');
    expect(parseAddress('').view).toBe('story');
    expect(parseAddress('?q=offices').view, 'who filters wants statements').toBe('list');
    expect(isFiltered(NO_FILTERS)).toBe(false);
    expect(isFiltered({ ...NO_FILTERS, to: '2021' })).toBe(true);
  });

  test('keeps filters readable and beside an open record', () => {
    const query = formatAddress({
      ...START,
      view: 'list',
      open: { kind: 'source', id: 'wort' },
      filters: { ...NO_FILTERS, source: 'reuters', ties: ['contradicts', 'updates'] },
    });
    expect(query).toBe('?source=wort&in=reuters&ties=contradicts,updates');
  });
});
