import { RELATION_KIND_NAMES, RELATION_KINDS } from '../../data/relation-kinds.ts';
import { termKey } from '../../presentation/words.ts';
import { useWords } from '../words.ts';

/** What each kind of relation means, with its sign. */
export function KindLegend() {
  const { t } = useWords();
  return (
    <dl class="kinds">
      {RELATION_KIND_NAMES.map((kind) => (
        <div key={kind} class={RELATION_KINDS[kind].effect}>
          <dt>
            <span class="sign" aria-hidden="true">
              {RELATION_KINDS[kind].sign}
            </span>{' '}
            {t(termKey('common_relation', kind))}
          </dt>
          <dd>{t(termKey('legend_relation', kind))}</dd>
        </div>
      ))}
    </dl>
  );
}
