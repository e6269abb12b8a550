import type { Filter, Kind } from '../../presentation/dossier.ts';
import { useWords } from '../words.ts';

interface Props {
  filter: Filter;
  /** What there is to choose from. */
  kinds: Kind[];
  onFilter(change: Partial<Filter>): void;
}

const SHOWS = ['all', 'matches', 'mentions', 'doubtful'] as const satisfies readonly Filter['show'][];

/** Narrows the dossier by words, by kind of entity, and to what is doubtful or meets a claim. */
export function DossierFilter({ filter, kinds, onFilter }: Props) {
  const { t } = useWords();
  return (
    <search class="filter" aria-label={t('panel_filter')}>
      <input
        type="search"
        aria-label={t('panel_filter_text')}
        placeholder={t('panel_filter_text')}
        autocomplete="off"
        spellcheck={false}
        value={filter.text}
        onInput={(event) => onFilter({ text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || filter.text === '') return;
          event.preventDefault();
          onFilter({ text: '' });
        }}
      />
      <select
        aria-label={t('panel_filter_kind')}
        value={filter.kind}
        onChange={(event) => onFilter({ kind: event.currentTarget.value as Filter['kind'] })}
      >
        <option value="all">{t('panel_kind_all')}</option>
        {/* A kind that has left the page stays while it is chosen. */}
        {[...new Set([...kinds, ...(filter.kind === 'all' ? [] : [filter.kind])])].map((kind) => (
          <option key={kind} value={kind}>
            {t(`common_kind_${kind}`)}
          </option>
        ))}
      </select>
      <select
        aria-label={t('panel_filter_show')}
        value={filter.show}
        onChange={(event) => onFilter({ show: event.currentTarget.value as Filter['show'] })}
      >
        {SHOWS.map((show) => (
          <option key={show} value={show}>
            {t(`panel_show_${show}`)}
          </option>
        ))}
      </select>
    </search>
  );
}
