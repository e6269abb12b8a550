import { looseEndOf } from '../coverage.ts';
import type { Problem } from '../problem.ts';
import type { FactBase } from '../read.ts';
import { RELATION_KINDS } from '../relation-kinds.ts';
import type { RelationKind } from '../relation-kinds.ts';
import type { Relation } from '../schema.ts';
import { broken, CLAIMS, has, RELATIONS, sayOf } from './say.ts';
import type { Check } from './say.ts';

/** A relation ties two claims that are there. */
export const relationsTieTwoClaims: Check = (base) => base.relations.flatMap((relation) => linkOf(relation, base));

/**
 * Two claims are tied once. A second relation would repeat the first, turn it round, or say the opposite
 * (contradicts and corroborates): whatever there is to say of the pair belongs in one reason.
 */
export const pairsAreTiedOnce: Check = ({ relations }) => {
  const pairs = Map.groupBy(relations, ({ claims }) => claims.toSorted().join(' '));
  return [...pairs.values()].flatMap(([first, ...others]) =>
    others.map((other) =>
      sayOf(RELATIONS, other.id)(
        `it ties ${other.claims.join(' and ')} once more: ${first?.id} says ${first?.kind}, this one ${other.kind}`,
        'Keep one of the two, and say in its reason what both have to say.',
      ),
    ),
  );
};

/** Where the order of two claims says nothing it is that of their ids, so that nobody reads anything into it. */
export const symmetricPairsAreSorted: Check = ({ relations }) =>
  relations.flatMap(({ id, kind, claims: [first, second] }) =>
    RELATION_KINDS[kind].isSymmetric && first > second
      ? [
          sayOf(RELATIONS, id)(
            `${kind} is symmetric, but its claims are not in the order of their ids`,
            `Put ${second} before ${first}, or choose a directed kind.`,
          ),
        ]
      : [],
  );

/** Kinds by which one claim takes the place of another. */
const SUCCEEDS: readonly RelationKind[] = ['retracts', 'updates'];

/** Nothing is retracted or updated, however many steps away, by what it retracts or updates itself. */
export const successionHasNoCycle: Check = ({ relations }) => {
  const steps = relations.filter(({ kind }) => SUCCEEDS.includes(kind));
  const leadsTo = (from: string, goal: string, seen: ReadonlySet<string>): boolean =>
    from === goal ||
    (!seen.has(from) &&
      steps.some(({ claims: [later, earlier] }) => later === from && leadsTo(earlier, goal, new Set([...seen, from]))));
  return steps
    .filter(({ claims: [later, earlier] }) => later !== earlier && leadsTo(earlier, later, new Set()))
    .map(({ id, kind, claims: [later, earlier] }) =>
      sayOf(RELATIONS, id)(
        `${later} ${kind} ${earlier}, which in turn retracts or updates ${later}`,
        'Turn one of the relations of the circle round, or remove it.',
      ),
    );
};

/** Who retracts takes back a statement of their own. What others say against it contradicts or qualifies. */
export const retractionsAreByTheClaimant: Check = ({ relations, claims }) =>
  relations
    .filter(({ kind }) => kind === 'retracts')
    .flatMap(({ id, claims: pair }) => {
      const [by, of] = pair.map((claim) => claims.find((other) => other.id === claim)?.claimant);
      if (by === of) return [];
      return [
        sayOf(RELATIONS, id)(
          `${by} retracts what ${of} claims`,
          'The first claim retracts the second: name them in that order, or choose another kind.',
        ),
      ];
    });

/** Each claim is tied to another or says why it stands alone. */
export const claimsAreTied: Check = ({ claims, relations }) =>
  claims.flatMap((claim) => {
    const looseEnd = looseEndOf(claim, relations);
    if (!looseEnd) return [];
    return [sayOf(CLAIMS, claim.id)(`it ${looseEnd}`, 'Add a relation, or say why there is none, not both.')];
  });

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
