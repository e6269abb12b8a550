import type { Original } from '../../presentation/explorer/original.ts';
import { useWords } from '../words.ts';
import { useDesk, type FactsSource } from './desk.ts';
import { useOriginals } from './originals.ts';

interface Props {
  /** The sources of the statement that is open. */
  expected: FactsSource[];
  onForget(original: Original): void;
}

/** The documents that are at hand, each with a way to forget it. */
export function OriginalsHeld({ expected, onForget }: Props) {
  const { t } = useWords();
  const { sources } = useDesk();
  return (
    <ul>
      {[...useOriginals().bySource.values()].map((original) => (
        <li key={original.source}>
          <span>
            <b>
              <span aria-hidden="true">✓</span> {t('explorer_fingerprint_matches')}
            </b>{' '}
            {t('explorer_original_is', {
              file: original.name,
              publisher: sources.get(original.source)!.publisher.name,
            })}{' '}
            {!expected.some(({ id }) => id === original.source) && t('explorer_original_elsewhere')}
          </span>
          <button type="button" class="action" onClick={() => onForget(original)}>
            {t('explorer_original_forget')}
          </button>
        </li>
      ))}
    </ul>
  );
}
