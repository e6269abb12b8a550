import type { Facts } from '../../data/facts.ts';
import type { Muted } from '../../platform/settings-values.ts';
import { useWords } from '../words.ts';

interface Props {
  facts: Facts;
  /** Those that count on this site. */
  muted: Muted[];
  /** Takes back all entries for the same name or statement. */
  onUnmute(entries: Muted[]): void;
}

/** What the reader called a wrong match on this site, names and statements, each with its way back. */
export function MutedHere({ facts, muted, onUnmute }: Props) {
  const { t, text } = useWords();
  const wordsOf = (entry: Muted): string => {
    if ('alias' in entry) return t('popup_unmute', { alias: entry.alias });
    const claim = facts.claims.find(({ id }) => id === entry.claim);
    return t('popup_unmute_claim', { statement: claim ? text(claim.statement) : entry.claim });
  };
  return (
    <section class="muted">
      <h2 class="eyebrow">{t('popup_muted')}</h2>
      <ul>
        {[...Map.groupBy(muted, wordsOf)].map(([words, entries]) => (
          <li key={words}>
            <button type="button" class="link" onClick={() => onUnmute(entries)}>
              {words}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
