import { MOST_DOCUMENT_BYTES } from '../../data/documents.ts';
import { MOST_FILES, type Refusal } from '../../presentation/explorer/original.ts';
import { termKey } from '../../presentation/words.ts';
import { useWords } from '../words.ts';
import { useDesk, type FactsSource } from './desk.ts';
import { useOriginals } from './originals.ts';

/** Why nothing is shown of a file, and which documents the statement that is open rests on. */
export function OriginalRefusals({ expected }: { expected: FactsSource[] }) {
  const { t, language } = useWords();
  const { sources, documents } = useDesk();
  const { refused, tooMany } = useOriginals();
  const wanted = new Intl.ListFormat(language, { type: 'disjunction' }).format(
    expected.map(({ id, publisher }) =>
      t('explorer_original_document', { publisher: publisher.name, n: documents[id]!.length }),
    ),
  );
  const faultOf = (refusal: Refusal) =>
    t(termKey('explorer_original_fault', refusal.fault), {
      file: refusal.name,
      most: MOST_DOCUMENT_BYTES / 1_000_000,
      ...('length' in refusal && { n: refusal.length }),
      ...('source' in refusal && { publisher: sources.get(refusal.source)!.publisher.name }),
    });
  return (
    <div role="alert">
      {tooMany > 0 && <p class="fault">{t('explorer_original_too_many', { n: tooMany, most: MOST_FILES })}</p>}
      {refused.map((refusal, at) => (
        <p key={at} class="fault">
          {faultOf(refusal)} {t('explorer_original_expected', { documents: wanted })}
        </p>
      ))}
    </div>
  );
}
