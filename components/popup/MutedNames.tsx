import { useWords } from '../words.ts';

/** The names that the reader called wrong on this site, each with its way back. */
export function MutedNames({ aliases, onUnmute }: { aliases: string[]; onUnmute(alias: string): void }) {
  const { t } = useWords();
  return (
    <section class="muted">
      <h2 class="eyebrow">{t('popup_muted')}</h2>
      <ul>
        {aliases.map((alias) => (
          <li key={alias}>
            <button type="button" class="link" onClick={() => onUnmute(alias)}>
              {t('popup_unmute', { alias })}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
