import { Star } from './BasisNotes.tsx';
import type { FactsSource } from '../../presentation/card.ts';
import { useWords } from '../words.ts';

interface Props {
  source: FactsSource;
  /** Without the date of the document: beside the date on which something was said it takes a second line. */
  isBrief?: boolean;
}

/** Publisher and date of the document that records a claim, as a link where its address is known. */
export function SourceLine({ source, isBrief = false }: Props) {
  const { publisher, published, publishedBasis, title, url, kind } = source;
  const { t, date } = useWords();
  return (
    <>
      {url ? (
        <a
          href={url}
          target="_blank"
          rel="noopener noreferrer"
          aria-label={`${publisher.name} – ${t('card_open_source', { title: title.text })}`}
        >
          <cite>{publisher.name}</cite>
        </a>
      ) : (
        <cite>{publisher.name}</cite>
      )}
      <Star label="card_publisher" basis={publisher.basis} />
      {kind === 'translation' && ` (${t('card_translation')})`}
      {!isBrief && (
        <>
          , <time>{date(published)}</time>
          <Star label="card_published" basis={publishedBasis} />
        </>
      )}
    </>
  );
}
