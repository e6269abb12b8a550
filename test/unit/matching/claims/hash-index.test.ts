import { expect, test } from 'vitest';
import fc from 'fast-check';
import { HashIndex, hashTable } from '../../../../matching/claims/hash-index.ts';

const hash = fc.integer({ min: 0, max: 2 ** 32 - 1 });

test('every hash is found at its places and no other at any, whatever the sign of 32 bits', () => {
  fc.assert(
    fc.property(fc.array(hash), hash, (some, other) => {
      const hashes = some.toSorted((a, b) => a - b);
      const index = new HashIndex(hashTable(hashes));
      for (const wanted of [...hashes, other]) {
        const places: number[] = [];
        for (let at = index.find(wanted | 0); at >= 0; at = index.find(wanted | 0, at)) places.push(at);
        expect(places).toEqual(hashes.flatMap((known, at) => (known === wanted ? [at] : [])));
      }
    }),
  );
});
