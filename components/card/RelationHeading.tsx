import type { Relation } from '../../data/facts.ts';
import { termKey, useWords } from '../words.ts';

/** The signs of the margin, one for each kind of tie. */
export const SIGNS: Record<Relation['kind'], string> = {
  contradicts: '≠',
  retracts: '↩',
  qualifies: '±',
  corroborates: '=',
  updates: '→',
  'quotes-differently': '”',
  'measures-differently': '≉',
};

/** Red only where two statements part; agreement and later news stay quiet. */
export const QUIET: Relation['kind'][] = ['corroborates', 'updates'];

export function RelationHeading({ kind }: { kind: Relation['kind'] }) {
  const { t } = useWords();
  return (
    <h3 class={QUIET.includes(kind) ? 'eyebrow' : 'eyebrow pencilled'}>
      <span class="sign" aria-hidden="true">
        {SIGNS[kind]}
      </span>
      {t(termKey('common_relation', kind))}
    </h3>
  );
}
