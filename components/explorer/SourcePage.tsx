import type { Text } from '../../data/languages.ts';
import { termKey } from '../../presentation/words.ts';
import { useWords } from '../words.ts';
import { BasisLine } from './BasisLine.tsx';
import { ClaimRow } from './ClaimRow.tsx';
import { CopyCitation } from './CopyCitation.tsx';
import { useDesk } from './desk.ts';
import { ExportMenu } from './ExportMenu.tsx';
import { Missing } from './Missing.tsx';
import { PositionBar } from './PositionBar.tsx';

/** One document: what it is, what a reader should know of it, and its statements in the order in which they stand in it. */
export function SourcePage({ id }: { id: string }) {
  const { t, date, language } = useWords();
  const { facts, sources, documents } = useDesk();
  const source = sources.get(id);
  if (!source) return <Missing id={id} />;
  const { title, publisher, authors, published, publishedBasis, kind, url, notes } = source;
  const placed = facts.claims
    .filter(({ recordedBy }) => recordedBy.includes(id))
    .map((claim) => ({ claim, spans: claim.evidence.filter((span) => span.source === id) }))
    .toSorted((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0));
  const languageName = new Intl.DisplayNames(language, { type: 'language' }).of(source.language);
  return (
    <article class="record" data-source={id}>
      <p class="eyebrow">{t(termKey('explorer_source', kind))}</p>
      <h2 tabIndex={-1} lang={source.language}>
        {title.text}
      </h2>
      <BasisLine label="explorer_title" basis={title.basis} />
      <dl>
        <dt>{t('explorer_publisher')}</dt>
        <dd>
          {url ? (
            <a href={url} target="_blank" rel="noopener noreferrer">
              {publisher.name}
            </a>
          ) : (
            publisher.name
          )}
          <BasisLine label="card_publisher" basis={publisher.basis} />
        </dd>
        {authors.length > 0 && (
          <>
            <dt>{t('explorer_authors')}</dt>
            <dd>{authors.join(', ')}</dd>
          </>
        )}
        <dt>{t('explorer_published')}</dt>
        <dd>
          {date(published)}
          <BasisLine label="card_published" basis={publishedBasis} />
        </dd>
        <dt>{t('explorer_language')}</dt>
        <dd>{languageName}</dd>
        {documents[id] && (
          <>
            <dt>{t('explorer_fingerprint')}</dt>
            <dd>
              {t('explorer_length', { n: documents[id].length })}
              <code>{documents[id].sha256}</code>
            </dd>
          </>
        )}
      </dl>
      {notes.length > 0 && <Notes notes={notes} />}
      <section aria-labelledby="statements">
        <h3 id="statements">{t('explorer_in_order')}</h3>
        <ol class="claims">
          {placed.map(({ claim, spans }) => (
            <li key={claim.id}>
              <PositionBar source={id} spans={spans} />
              <ClaimRow claim={claim} within={id} />
            </li>
          ))}
        </ol>
      </section>
      <div class="actions">
        <ExportMenu selected={placed.map(({ claim }) => claim.id)} />
      </div>
      <CopyCitation kind="source" id={id} />
    </article>
  );
}

function Notes({ notes }: { notes: readonly Text[] }) {
  const { t, text } = useWords();
  return (
    <section aria-labelledby="notes">
      <h3 id="notes">{t('explorer_notes')}</h3>
      <ul class="notes-list">
        {notes.map((note) => (
          <li key={note.en}>{text(note)}</li>
        ))}
      </ul>
    </section>
  );
}
