import { viewsFor } from '../../presentation/card.ts';
import { Claim } from '../card/Claim.tsx';
import { Reason } from '../card/Reason.tsx';
import { RelationHeading } from '../card/RelationHeading.tsx';
import { SourceLine } from '../card/SourceLine.tsx';
import { termKey } from '../../presentation/words.ts';
import { useWords } from '../words.ts';
import { BasisLine } from './BasisLine.tsx';
import { CopyCitation } from './CopyCitation.tsx';
import { useDesk } from './desk.ts';
import { ExportMenu } from './ExportMenu.tsx';
import { Missing } from './Missing.tsx';
import { NameLinks } from './NameLinks.tsx';
import { PositionBar } from './PositionBar.tsx';

/** One statement with all that is known of it. */
export function ClaimPage({ id }: { id: string }) {
  const { t, text, date, language } = useWords();
  const { facts, claims, entities, sources, documents, tiesOf, linkTo, compareLink } = useDesk();
  const claim = claims.get(id);
  if (!claim) return <Missing id={id} />;
  const {
    claimant,
    relayedBy = [],
    attitude,
    date: said,
    dateBasis,
    about,
    figures,
    evidence,
    recordedBy,
    statement,
  } = claim;
  const speaker = viewsFor(facts).claimView(claim).claimant;
  const number = new Intl.NumberFormat(language);
  return (
    <article class="record" data-claim={id}>
      <p class="eyebrow">{t('common_kind_claim')}</p>
      <h2 tabIndex={-1} class="statement">
        {text(statement)}
      </h2>
      <dl>
        <dt>{t('explorer_claimant')}</dt>
        <dd>
          <NameLinks ids={[claimant]} />
          {speaker.role && <span class="soft"> · {text(speaker.role)}</span>}
          <BasisLine label="card_name_basis" basis={entities.get(claimant)?.nameBasis} />
        </dd>
        {relayedBy.length > 0 && (
          <>
            <dt>{t('explorer_relayed')}</dt>
            <dd>
              <NameLinks ids={relayedBy} />
            </dd>
          </>
        )}
        <dt>{t('explorer_kind')}</dt>
        <dd>{t(termKey('common_attitude', attitude))}</dd>
        <dt>{t('explorer_when')}</dt>
        <dd>
          {date(said)}
          <BasisLine label="card_date" basis={dateBasis} />
        </dd>
        <dt>{t('explorer_entity')}</dt>
        <dd>
          <NameLinks ids={about} />
        </dd>
        {figures.length > 0 && (
          <>
            <dt>{t('explorer_figures')}</dt>
            <dd>
              {figures.map(({ value, counts }) => (
                <div key={`${value}-${counts.en}`}>
                  <b>{number.format(value)}</b> {text(counts)}
                </div>
              ))}
            </dd>
          </>
        )}
      </dl>

      <section aria-labelledby="evidence">
        <h3 id="evidence">{t('explorer_in_sources')}</h3>
        {recordedBy
          .flatMap((sourceId) => sources.get(sourceId) ?? [])
          .map((source) => {
            const spans = evidence.filter((span) => span.source === source.id);
            return (
              <div key={source.id} class="in-source">
                <p>
                  <a href={linkTo('source', source.id)} lang={source.language}>
                    {source.title.text}
                  </a>
                </p>
                <p class="soft">
                  <SourceLine source={source} />
                </p>
                <PositionBar source={source.id} spans={spans} />
                <ul>
                  {spans.map(({ start, end, quote }) => (
                    <li key={start}>
                      <span class="soft">
                        {t('explorer_characters', { from: start, to: end, length: documents[source.id]?.length ?? 0 })}
                      </span>
                      {quote && (
                        <>
                          {' '}
                          <q lang={source.language}>{quote}</q>
                        </>
                      )}
                    </li>
                  ))}
                </ul>
                <BasisLine label="card_publisher" basis={source.publisher.basis} />
                <BasisLine label="card_published" basis={source.publishedBasis} />
              </div>
            );
          })}
      </section>

      {tiesOf(id).length > 0 && (
        <section aria-labelledby="ties" class="ties-of">
          <h3 id="ties">{t('explorer_relations_between')}</h3>
          {tiesOf(id).map((tie) => {
            const view = viewsFor(facts).relationView(tie, id);
            const other = view.claims[1];
            return (
              <div key={tie.id} data-relation={tie.id} class="tie-of">
                <RelationHeading kind={tie.kind} />
                <Claim claim={other} href={linkTo('claim', other.id)} speakerFirst />
                <Reason relation={view} />
                <p class="more-links">
                  <a href={linkTo('relation', tie.id)}>{t('explorer_open_relation')}</a> ·{' '}
                  <a href={compareLink(id, other.id)}>{t('explorer_compare_these')}</a>
                </p>
              </div>
            );
          })}
        </section>
      )}

      <div class="actions">
        <a class="action" href={compareLink(id, '')}>
          {t('explorer_compare')}
        </a>
        <ExportMenu selected={[id]} />
      </div>
      <CopyCitation kind="claim" id={id} />
    </article>
  );
}
