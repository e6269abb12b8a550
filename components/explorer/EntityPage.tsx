import { useWords } from '../words.ts';
import { BasisLine } from './BasisLine.tsx';
import { ClaimRow } from './ClaimRow.tsx';
import { CopyCitation } from './CopyCitation.tsx';
import { useDesk } from './desk.ts';
import { ExportMenu } from './ExportMenu.tsx';
import { Missing } from './Missing.tsx';
import { NameLinks } from './NameLinks.tsx';
import { ThenAndNow } from './ThenAndNow.tsx';
import { byDate } from '../../presentation/explorer/order.ts';

/** One name of the affair: who or what it is, what it said over time, what was said about it. */
export function EntityPage({ id }: { id: string }) {
  const { t, text, date } = useWords();
  const { facts, entities, sources, linkTo } = useDesk();
  const entity = entities.get(id);
  if (!entity) return <Missing id={id} />;
  const about = facts.claims
    .filter((claim) => claim.claimant !== id && claim.about.includes(id))
    .toSorted((a, b) => byDate(a.date, b.date));
  const offices = facts.entities.filter(({ holders = [] }) => holders.some((holder) => holder.entity === id));
  const own = facts.claims.filter(({ claimant, relayedBy = [] }) => claimant === id || relayedBy.includes(id));
  const sourceLink = (source: string | undefined) => {
    const found = source ? sources.get(source) : undefined;
    return found && <a href={linkTo('source', found.id)}>{found.publisher.name}</a>;
  };
  return (
    <article class="record" data-entity={id}>
      <p class="eyebrow">{t(`common_kind_${entity.kind}`)}</p>
      <h2 tabIndex={-1}>{text(entity.name)}</h2>
      <BasisLine label="card_name_basis" basis={entity.nameBasis} />
      <p class="about">{text(entity.description)}</p>
      <dl>
        {entity.roles.length > 0 && <dt>{t('explorer_roles')}</dt>}
        {entity.roles.map(({ title, dates, source, basis }) => (
          <dd key={`${title.en}-${dates}`}>
            {text(title)} · {date(dates)} <span class="soft">{sourceLink(source)}</span>
            <BasisLine label="card_role" basis={basis} />
          </dd>
        ))}
        {(entity.holders ?? []).length > 0 && <dt>{t('explorer_holders')}</dt>}
        {(entity.holders ?? []).map(({ name, entity: holder, dates, source, basis }) => (
          <dd key={`${name}-${dates}`}>
            {holder ? <NameLinks ids={[holder]} /> : name} · {date(dates)}{' '}
            <span class="soft">{sourceLink(source)}</span>
            <BasisLine label="card_name_basis" basis={basis} />
          </dd>
        ))}
        {offices.length > 0 && (
          <>
            <dt>{t('explorer_offices')}</dt>
            <dd>
              <NameLinks ids={offices.map((office) => office.id)} />
            </dd>
          </>
        )}
      </dl>
      <ThenAndNow speaker={id} />
      {about.length > 0 && (
        <section aria-labelledby="about">
          <h3 id="about">{t('explorer_about')}</h3>
          <ol class="claims">
            {about.map((claim) => (
              <li key={claim.id}>
                <ClaimRow claim={claim} />
              </li>
            ))}
          </ol>
        </section>
      )}
      <div class="actions">
        <ExportMenu selected={[...own, ...about].map((claim) => claim.id)} />
      </div>
      <CopyCitation kind="entity" id={id} />
    </article>
  );
}
