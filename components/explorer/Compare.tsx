import { Fragment } from 'preact';
import { viewsFor } from '../../presentation/card.ts';
import type { FactsClaim } from '../../data/facts.ts';
import { Reason } from '../card/Reason.tsx';
import { RelationHeading } from '../card/RelationHeading.tsx';
import { SourceLine } from '../card/SourceLine.tsx';
import { termKey } from '../../presentation/words.ts';
import { useWords } from '../words.ts';
import { useDesk } from './desk.ts';
import { NameLinks } from './NameLinks.tsx';

interface Props {
  pair: [string, string];
  onChange(pair: [string, string]): void;
}

/** Any two statements side by side, and the ties between them, if there are any. */
export function Compare({ pair, onChange }: Props) {
  const { t } = useWords();
  const { facts, claims } = useDesk();
  const [first, second] = pair.map((id) => claims.get(id)) as [FactsClaim | undefined, FactsClaim | undefined];
  const between = facts.relations.filter(
    (relation) => first && second && relation.claims.includes(first.id) && relation.claims.includes(second.id),
  );
  return (
    <article class="record wide-record">
      <h2 tabIndex={-1}>{t('explorer_compare_heading')}</h2>
      <div class="compare">
        <Side label={t('explorer_first')} claim={first} onChoose={(id) => onChange([id, pair[1]])} />
        <Side label={t('explorer_second')} claim={second} onChoose={(id) => onChange([pair[0], id])} />
      </div>
      {first && second && (
        <section aria-label={t('explorer_relations_between')} class="ties-of">
          {between.map((relation) => (
            <div key={relation.id} data-relation={relation.id} class="tie-of">
              <RelationHeading kind={relation.kind} />
              <Reason relation={viewsFor(facts).relationView(relation, null)} />
            </div>
          ))}
          {between.length === 0 && <p class="soft">{t('explorer_no_relation_between')}</p>}
        </section>
      )}
    </article>
  );
}

function Side({
  label,
  claim,
  onChoose,
}: {
  label: string;
  claim: FactsClaim | undefined;
  onChoose(id: string): void;
}) {
  const { t, text, date, language } = useWords();
  const { facts, linkTo, nameOf, sources } = useDesk();
  const byClaimant = Map.groupBy(facts.claims, ({ claimant }) => claimant);
  return (
    <section aria-label={label}>
      <label>
        <span class="eyebrow">{label}</span>
        <select value={claim?.id ?? ''} onChange={(event) => onChoose(event.currentTarget.value)}>
          <option value="" disabled>
            {t('explorer_choose')}
          </option>
          {[...byClaimant].map(([claimant, said]) => (
            <optgroup key={claimant} label={nameOf(claimant)}>
              {said.map(({ id, statement }) => (
                <option key={id} value={id}>
                  {text(statement)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      {claim && (
        <>
          <p class="statement">
            <a href={linkTo('claim', claim.id)}>{text(claim.statement)}</a>
          </p>
          <dl>
            <dt>{t('explorer_claimant')}</dt>
            <dd>
              <NameLinks ids={[claim.claimant]} />
            </dd>
            <dt>{t('explorer_kind')}</dt>
            <dd>{t(termKey('common_attitude', claim.attitude))}</dd>
            <dt>{t('explorer_when')}</dt>
            <dd>{date(claim.date)}</dd>
            {claim.figures.length > 0 && <dt>{t('explorer_figures')}</dt>}
            {claim.figures.map(({ value, counts }) => (
              <dd key={`${value}-${counts.en}`}>
                <b>{new Intl.NumberFormat(language).format(value)}</b> {text(counts)}
              </dd>
            ))}
            <dt>{t('explorer_recorded_by')}</dt>
            <dd>
              {claim.recordedBy
                .flatMap((id) => sources.get(id) ?? [])
                .map((source, at) => (
                  <Fragment key={source.id}>
                    {at > 0 && ' · '}
                    <SourceLine source={source} />
                  </Fragment>
                ))}
            </dd>
          </dl>
        </>
      )}
    </section>
  );
}
