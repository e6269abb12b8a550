import type { Problem } from '../problem.ts';
import type { FactBase } from '../read.ts';
import { RELATION_KINDS } from '../relation-kinds.ts';
import type { Relation } from '../schema.ts';
import { broken, has, RELATIONS, sayOf } from './say.ts';
import type { Check } from './say.ts';

/** A relation ties two claims that are there. */
export const relationsTieTwoClaims: Check = (base) => base.relations.flatMap((relation) => linkOf(relation, base));

/** A pair is tied once by each kind; the two claims of a symmetric one may stand in either order. */
export const relationsAreStoredOnce: Check = ({ relations }) => {
  const same = Map.groupBy(relations, ({ kind, claims }) =>
    [kind, ...(RELATION_KINDS[kind].isSymmetric ? claims.toSorted() : claims)].join(' '),
  );
  return [...same.values()].flatMap(([first, ...others]) =>
    others.map((other) =>
      sayOf(RELATIONS, other.id)(
        `it repeats ${first?.id}: ${other.kind} between the same claims`,
        'Keep one of the two.',
      ),
    ),
  );
};

function linkOf(relation: Relation, base: FactBase): Problem[] {
  const say = sayOf(RELATIONS, relation.id);
  const found = relation.claims.flatMap((id, at) =>
    has(base.claims, id) ? [] : [broken(say, `claims.${at}`, id, 'claim')],
  );
  if (relation.claims[0] === relation.claims[1]) {
    found.push(say(`it ties ${relation.claims[0]} to itself`, 'Name two claims, or remove it.'));
  }
  return found;
}
