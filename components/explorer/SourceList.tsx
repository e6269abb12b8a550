import { Star } from '../card/BasisNotes.tsx';
import { termKey } from '../../presentation/words.ts';
import { useWords } from '../words.ts';
import { useDesk, type FactsSource } from './desk.ts';
import { PositionBar } from './PositionBar.tsx';

/** The documents, each with where in it the statements lie. `brief` leaves that out. */
export function SourceList({ sources, brief = false }: { sources: FactsSource[]; brief?: boolean }) {
  const { t, date } = useWords();
  const { linkTo, facts } = useDesk();
  return (
    <ul class={brief ? 'plain' : 'sources'}>
      {sources.map((source) => {
        const spans = facts.claims.flatMap(({ evidence }) => evidence.filter((span) => span.source === source.id));
        return (
          <li key={source.id}>
            <a class="title" href={linkTo('source', source.id)} lang={source.language}>
              {source.title.text}
            </a>
            <p class="soft">
              {source.publisher.name}
              <Star label="card_publisher" basis={source.publisher.basis} /> · {date(source.published)}
              <Star label="card_published" basis={source.publishedBasis} />
              {!brief && ` · ${t(termKey('explorer_source', source.kind))}`}
            </p>
            {!brief && <PositionBar source={source.id} spans={spans} />}
            {!brief && (
              <p class="soft">
                {t('explorer_claims', {
                  n: facts.claims.filter(({ recordedBy }) => recordedBy.includes(source.id)).length,
                })}
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
