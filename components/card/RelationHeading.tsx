import { isContesting, RELATION_KINDS, type RelationKind } from '../../data/relation-kinds.ts';
import { termKey, type MessageKey } from '../../presentation/words.ts';
import { useWords } from '../words.ts';

/** What is said of the statement that a relation of a directed kind acts on. */
const PASSIVE: Partial<Record<RelationKind, MessageKey>> = {
  retracts: 'card_passive_retracts',
  qualifies: 'card_passive_qualifies',
  updates: 'card_passive_updates',
};

interface Props {
  kind: RelationKind;
  /** Whether the statement below is the one that is taken back, qualified or updated. */
  isPassive?: boolean;
}

export function RelationHeading({ kind, isPassive = false }: Props) {
  const { t } = useWords();
  return (
    <h3 class={isContesting(kind) ? 'eyebrow pencilled' : 'eyebrow'}>
      <span class="sign" aria-hidden="true">
        {RELATION_KINDS[kind].sign}
      </span>
      {t((isPassive && PASSIVE[kind]) || termKey('common_relation', kind))}
    </h3>
  );
}
