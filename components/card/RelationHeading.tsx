import { isContesting, RELATION_KINDS, type RelationKind } from '../../data/relation-kinds.ts';
import { termKey } from '../../presentation/words.ts';
import { useWords } from '../words.ts';

export function RelationHeading({ kind }: { kind: RelationKind }) {
  const { t } = useWords();
  return (
    <h3 class={isContesting(kind) ? 'eyebrow pencilled' : 'eyebrow'}>
      <span class="sign" aria-hidden="true">
        {RELATION_KINDS[kind].sign}
      </span>
      {t(termKey('common_relation', kind))}
    </h3>
  );
}
