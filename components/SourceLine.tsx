import type { FactsSource } from './card-model.ts';
import { BasisNote } from './BasisNote.tsx';
import { useWords } from './words.ts';

/** Publisher and date of the document that records a claim, as a link where its address is known. */
export function SourceLine({ source }: { source: FactsSource }) {
  const { t, date } = useWords();
  const publisher = <cite>{source.publisher.name}</cite>;
  return (
    <>
      {source.url ? (
        <a
          href={source.url}
          target="_blank"
          rel="noopener noreferrer"
          title={source.title.text}
          aria-label={`${source.publisher.name} – ${t('card_open_source', { title: source.title.text })}`}
        >
          {publisher}
        </a>
      ) : (
        publisher
      )}
      {source.publisher.basis.kind !== 'stated' && (
        <>
          {' '}
          <BasisNote basis={source.publisher.basis} label="card_publisher" />
        </>
      )}
      {', '}
      <time>{date(source.published)}</time>
      {source.kind === 'translation' && ` (${t('card_translation')})`}{' '}
      <BasisNote basis={source.publishedBasis} label="card_date" />
    </>
  );
}
