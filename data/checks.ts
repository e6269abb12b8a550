/** What a schema cannot see: whether the records of the fact base hold together. Pure; the originals are not needed. */
import { aliasesServeEveryLanguage } from './checks/alias-languages.ts';
import { sharedAliasesAreToldApart } from './checks/aliases.ts';
import { textIsVisible } from './checks/characters.ts';
import { claimsAreGrounded } from './checks/claims.ts';
import { rolesAreGrounded, someEntityIsCentral } from './checks/entities.ts';
import { idsAreUnique } from './checks/ids.ts';
import { ordinaryAliasesNeedContext } from './checks/ordinary-aliases.ts';
import {
  claimsAreTied,
  pairsAreTiedOnce,
  relationsTieTwoClaims,
  retractionsAreByTheClaimant,
  successionHasNoCycle,
  symmetricPairsAreSorted,
} from './checks/relations.ts';
import type { Check } from './checks/say.ts';
import { sentencesAreCovered } from './checks/sentences.ts';
import { statementsDiffer, statementsStandAlone } from './checks/statements.ts';
import type { Problem } from './problem.ts';
import type { FactBase } from './read.ts';

/** Each looks for one kind of fault. To add one, write it in `checks/`, name it here, and break a fact base in its test. */
const CHECKS: readonly Check[] = [
  idsAreUnique,
  textIsVisible,
  sentencesAreCovered,
  rolesAreGrounded,
  someEntityIsCentral,
  sharedAliasesAreToldApart,
  ordinaryAliasesNeedContext,
  aliasesServeEveryLanguage,
  statementsStandAlone,
  statementsDiffer,
  claimsAreGrounded,
  relationsTieTwoClaims,
  pairsAreTiedOnce,
  symmetricPairsAreSorted,
  successionHasNoCycle,
  retractionsAreByTheClaimant,
  claimsAreTied,
];

/** Everything that is wrong with the fact base; an empty list for a sound one. */
export function checkFactBase(base: FactBase): Problem[] {
  return CHECKS.flatMap((check) => check(base));
}
