/** What a list shows of a search result, as plain texts: a title, who or what it is of, and whether it is contested. */
import type { Facts } from '../../data/facts.ts';
import { isContested } from '../contested.ts';
import { isContesting } from '../../data/relation-kinds.ts';
import { termKey, type Words } from '../words.ts';
import type { SearchResult } from './search.ts';

export interface ResultView {
  /** The kind of relation, above its reason. */
  heading: string | null;
  /** A name, a statement, the reason of a relation. */
  title: string;
  /** For a statement its speaker, who relayed it, what kind of utterance it is, and when; a statement never stands without. */
  details: string[];
  isContested: boolean;
}

export function resultView({ kind, id }: SearchResult, facts: Facts, { t, text, date }: Words): ResultView {
  const nameOf = (entity: string) => {
    const found = facts.entities.find((other) => other.id === entity);
    return found ? text(found.name) : entity;
  };
  if (kind === 'entity') {
    const entity = facts.entities.find((other) => other.id === id)!;
    return {
      heading: null,
      title: text(entity.name),
      details: [t(`common_kind_${entity.kind}`), text(entity.description)],
      isContested: false,
    };
  }
  if (kind === 'claim') {
    const {
      statement,
      claimant,
      relayedBy = [],
      attitude,
      date: said,
    } = facts.claims.find((other) => other.id === id)!;
    return {
      heading: null,
      title: text(statement),
      details: [
        nameOf(claimant),
        ...(relayedBy.length > 0 ? [t('common_relayed', { names: relayedBy.map(nameOf).join(', ') })] : []),
        t(termKey('common_attitude', attitude)),
        date(said),
      ],
      isContested: isContested(facts, id),
    };
  }
  const relation = facts.relations.find((other) => other.id === id)!;
  const claimants = relation.claims.flatMap(
    (claim) => facts.claims.find((other) => other.id === claim)?.claimant ?? [],
  );
  return {
    heading: t(termKey('common_relation', relation.kind)),
    title: text(relation.reason),
    details: [...new Set(claimants)].map(nameOf),
    isContested: isContesting(relation.kind),
  };
}
