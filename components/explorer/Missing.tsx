import { useWords } from '../words.ts';

/** The page of an address that names nothing. */
export function Missing({ id }: { id: string }) {
  const { t } = useWords();
  return (
    <article class="record">
      <h2 tabIndex={-1}>{t('explorer_missing')}</h2>
      <p>{t('explorer_missing_hint', { id })}</p>
    </article>
  );
}
