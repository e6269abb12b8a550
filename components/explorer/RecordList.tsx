import type { ComponentChild } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Highlighted } from '../popup/Highlighted.tsx';
import { isContesting, RELATION_KINDS } from '../../data/relation-kinds.ts';
import { termKey } from '../../presentation/words.ts';
import { useWords } from '../words.ts';
import { ClaimRow } from './ClaimRow.tsx';
import { useDesk } from './desk.ts';
import type { Selection } from '../../presentation/explorer/selection.ts';
import { SourceList } from './SourceList.tsx';
import { usePortions } from '../use-portions.ts';

interface Props {
  selection: Selection;
  query: string;
  /** The claim that the reader comes back from: it is among those drawn at once. */
  from: string | undefined;
  onClear(): void;
}

/** Everything that the filters leave: statements in the middle, names and ties beside them. */
export function RecordList({ selection: { claims, relations, entities, sources }, query, from, onClear }: Props) {
  const { t, text } = useWords();
  const { linkTo, facts } = useDesk();
  const drawn = usePortions(claims, claims.findIndex(({ id }) => id === from) + 1);
  if (claims.length + relations.length + entities.length + sources.length === 0) {
    return (
      <div class="nothing">
        <p>{t('explorer_nothing')}</p>
        <p class="soft">{t('explorer_nothing_hint', { n: facts.sources.length })}</p>
        <button type="button" class="action" onClick={onClear}>
          {t('explorer_clear')}
        </button>
      </div>
    );
  }
  return (
    <div class="columns">
      <section aria-labelledby="statements">
        <h3 id="statements" class="unseen">
          {t('explorer_statements')}
        </h3>
        <ol class="claims">
          {claims.slice(0, drawn).map((claim) => (
            <li key={claim.id}>
              <ClaimRow claim={claim} />
            </li>
          ))}
        </ol>
      </section>
      <div class="beside">
        {entities.length > 0 && (
          <Folded title={t('explorer_names')} count={entities.length} start={12}>
            {entities.map((entity) => (
              <li key={entity.id}>
                <a href={linkTo('entity', entity.id)}>
                  <Highlighted text={text(entity.name)} query={query} />
                </a>{' '}
                <span class="soft">{t(`common_kind_${entity.kind}`)}</span>
              </li>
            ))}
          </Folded>
        )}
        {relations.length > 0 && (
          <Folded title={t('explorer_relations_between')} count={relations.length} start={8}>
            {relations.map((relation) => (
              <li key={relation.id} class="tie">
                <p class={isContesting(relation.kind) ? 'eyebrow pencilled' : 'eyebrow'}>
                  <span aria-hidden="true">{RELATION_KINDS[relation.kind].sign}</span>{' '}
                  {t(termKey('common_relation', relation.kind))}
                </p>
                <a href={linkTo('relation', relation.id)}>
                  <Highlighted text={text(relation.reason)} query={query} />
                </a>
              </li>
            ))}
          </Folded>
        )}
        {sources.length > 0 && (
          <section>
            <h3 class="eyebrow">{t('explorer_view_sources')}</h3>
            <SourceList sources={sources} brief />
          </section>
        )}
      </div>
    </div>
  );
}

/** A list whose beginning shows, with the rest on request. */
function Folded({
  title,
  count,
  start,
  children,
}: {
  title: string;
  count: number;
  start: number;
  children: ComponentChild[];
}) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  useEffect(() => setAll(false), [count]);
  return (
    <section>
      <h3 class="eyebrow">{title}</h3>
      <ul class="plain">{all ? children : children.slice(0, start)}</ul>
      {count > start && (
        <button type="button" class="link more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('card_fewer') : t('explorer_more', { n: count - start })}
        </button>
      )}
    </section>
  );
}
