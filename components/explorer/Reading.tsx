import type { Relation } from '../../data/facts.ts';
import { isContesting } from '../../data/relation-kinds.ts';
import { viewsFor } from '../../presentation/card.ts';
import { termKey } from '../../presentation/words.ts';
import { useWords } from '../words.ts';
import { useDesk } from './desk.ts';

interface Props {
  /** What to do, while nothing is pointed at. */
  hint: string;
  relation: Relation | null;
  /** What is pointed at, if not the relation itself. */
  record?: { kind: 'claim' | 'source'; id: string } | null;
  /** How many further relations there are. */
  more?: number;
}

/** The bar at the foot of a picture: what is pointed at, in words. Links and table carry the same, so it is not read out twice. */
export function Reading({ hint, relation, record = null, more = 0 }: Props) {
  const { t, text, date } = useWords();
  const { facts, nameOf, claims, sources, titleOf } = useDesk();
  if (relation) {
    const pair = viewsFor(facts).relationView(relation, record?.id ?? null).claims;
    return (
      <div class={isContesting(relation.kind) ? 'reading' : 'reading quiet'} aria-hidden="true">
        <div class="two">
          {pair.map((claim) => (
            <p key={claim.id}>
              <small>
                <b>{text(claim.claimant.name)}</b> · {date(claim.date)}
              </small>
              {text(claim.statement)}
            </p>
          ))}
        </div>
        <p class="because">
          <b>{t(termKey('common_relation', relation.kind))}.</b> {text(relation.reason)}
          {more > 0 && <small> {t('explorer_more_relations', { n: more })}</small>}
        </p>
      </div>
    );
  }
  const claim = record?.kind === 'claim' ? claims.get(record.id) : undefined;
  const source = record?.kind === 'source' ? sources.get(record.id) : undefined;
  return (
    <div class="reading quiet" aria-hidden="true">
      {record && (claim || source) ? (
        <p>
          <small>
            <b>{claim ? nameOf(claim.claimant) : source!.publisher.name}</b> · {date(claim?.date ?? source!.published)}
            {claim && ` · ${t(termKey('common_attitude', claim.attitude))}`}
          </small>
          {titleOf(record.kind, record.id)}
        </p>
      ) : (
        <p>{hint}</p>
      )}
    </div>
  );
}
