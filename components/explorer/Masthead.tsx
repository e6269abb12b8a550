import { formatAddress, NO_FILTERS, START, VIEWS, type Address } from '../../presentation/explorer/address.ts';
import { useWords } from '../words.ts';

/** Head of every page of the explorer, with the ways to its views. The story is told as a whole, without the filters of the others. */
export function Masthead({ address: { view, open, compare, filters } }: { address: Address }) {
  const { t } = useWords();
  const current = open === null && compare === null ? 'page' : 'true';
  return (
    <header class="masthead">
      <h1>
        <a href="?">Bridle</a>
      </h1>
      <p class="soft">{t('explorer_subtitle')}</p>
      <nav aria-label={t('explorer_views')}>
        {VIEWS.map((name) => (
          <a
            key={name}
            href={formatAddress({ ...START, view: name, filters: name === 'story' ? NO_FILTERS : filters })}
            aria-current={name === view ? current : undefined}
          >
            {t(`explorer_view_${name}`)}
          </a>
        ))}
      </nav>
    </header>
  );
}
