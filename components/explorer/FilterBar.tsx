import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { ATTITUDE_NAMES } from '../../data/attitudes.ts';
import { isContesting, RELATION_KIND_NAMES, RELATION_KINDS, type RelationKind } from '../../data/relation-kinds.ts';
import { termKey } from '../../presentation/words.ts';
import { useWords } from '../words.ts';
import {
  formatAddress,
  isFiltered,
  NO_FILTERS,
  START,
  type Filters,
  type View,
} from '../../presentation/explorer/address.ts';
import { useDesk } from './desk.ts';
import { kindsOnMap } from '../../presentation/explorer/map-model.ts';

interface Props {
  filters: Filters;
  view: View;
  /** Typing replaces the address, choosing makes a step that the way back undoes. */
  onChange(filters: Filters, how: 'push' | 'replace'): void;
  /** The reader has gone to the search box. */
  onAboutToType(): void;
}

/** Search and filters; all of them live in the address. The story is told as a whole: there is only the search, which leads to statements. */
export function FilterBar({ filters, view, onChange, onAboutToType }: Props) {
  const { t } = useWords();
  const [unfolded, setUnfolded] = useState(false);
  const choose = (change: Partial<Filters>) => onChange({ ...filters, ...change }, 'push');
  return (
    <search class={unfolded ? 'filters unfolded' : 'filters'}>
      <label class="wide">
        <span class="eyebrow">{t('explorer_search')}</span>
        <input
          type="search"
          value={filters.q}
          spellcheck={false}
          autocomplete="off"
          onFocus={onAboutToType}
          onInput={(event) => onChange({ ...filters, q: event.currentTarget.value }, 'replace')}
        />
      </label>
      {view !== 'story' && (
        <>
          {/* Only where there is no room for all of them. */}
          <button type="button" class="action unfold" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
            {t('explorer_filters')}
          </button>
          <RecordFilters filters={filters} choose={choose} />
          <DateField label={t('explorer_from')} value={filters.from} onChange={(from) => choose({ from })} />
          <DateField label={t('explorer_to')} value={filters.to} onChange={(to) => choose({ to })} />
          <TieFilter
            chosen={view === 'map' ? kindsOnMap(filters.ties) : filters.ties}
            onChoose={(ties) => choose({ ties })}
          />
          {isFiltered(filters) && (
            <a class="clear-all" href={formatAddress({ ...START, view, filters: NO_FILTERS })}>
              {t('explorer_clear')}
            </a>
          )}
        </>
      )}
    </search>
  );
}

function RecordFilters({ filters, choose }: { filters: Filters; choose(change: Partial<Filters>): void }) {
  const { t, language } = useWords();
  const { facts, nameOf } = useDesk();
  const { claimants, names } = useMemo(() => {
    const { compare } = new Intl.Collator(language);
    const byName = (ids: Iterable<string>) =>
      [...new Set(ids)].map((id) => [id, nameOf(id)] as const).sort((a, b) => compare(a[1], b[1]));
    return {
      claimants: byName(facts.claims.map(({ claimant }) => claimant)),
      names: byName(facts.entities.map(({ id }) => id)),
    };
  }, [facts, language]);
  return (
    <>
      <Choice label={t('explorer_claimant')} value={filters.claimant} onChoose={(claimant) => choose({ claimant })}>
        <Options options={claimants} />
      </Choice>
      <Choice label={t('explorer_entity')} value={filters.entity} onChoose={(entity) => choose({ entity })}>
        <Options options={names} />
      </Choice>
      <Choice label={t('explorer_source')} value={filters.source} onChoose={(source) => choose({ source })}>
        <Options
          options={facts.sources.map(
            ({ id, publisher, published }) => [id, `${publisher.name}, ${published.slice(0, 4)}`] as const,
          )}
        />
      </Choice>
      <Choice
        label={t('explorer_kind')}
        value={filters.kind}
        onChoose={(kind) => choose({ kind: ATTITUDE_NAMES.find((name) => name === kind) ?? '' })}
      >
        <Options options={ATTITUDE_NAMES.map((name) => [name, t(termKey('common_attitude', name))] as const)} />
      </Choice>
    </>
  );
}

function TieFilter({ chosen, onChoose }: { chosen: RelationKind[]; onChoose(kinds: RelationKind[]): void }) {
  const { t } = useWords();
  return (
    <fieldset class="ties">
      <legend class="eyebrow">{t('explorer_relations_between')}</legend>
      {RELATION_KIND_NAMES.map((kind) => (
        <label key={kind} title={t(termKey('legend_relation', kind))}>
          <input
            type="checkbox"
            checked={chosen.includes(kind)}
            onChange={({ currentTarget: { checked } }) =>
              onChoose(RELATION_KIND_NAMES.filter((name) => (name === kind ? checked : chosen.includes(name))))
            }
          />
          <span class={isContesting(kind) ? 'chip contests' : 'chip'}>
            <span aria-hidden="true">{RELATION_KINDS[kind].sign}</span> {t(termKey('common_relation', kind))}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Choice({
  label,
  value,
  onChoose,
  children,
}: {
  label: string;
  value: string;
  onChoose(value: string): void;
  children: ComponentChildren;
}) {
  const { t } = useWords();
  return (
    <label>
      <span class="eyebrow">{label}</span>
      <select value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">{t('explorer_any')}</option>
        {children}
      </select>
    </label>
  );
}

function Options({ options }: { options: readonly (readonly [value: string, name: string])[] }) {
  return (
    <>
      {options.map(([value, name]) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </>
  );
}

/** A year, a month or a day, as the address has it: a text, since the browsers' own field for dates knows days only. */
function DateField({ label, value, onChange }: { label: string; value: string; onChange(value: string): void }) {
  const { t } = useWords();
  return (
    <label>
      <span class="eyebrow">{label}</span>
      <input
        type="text"
        inputMode="numeric"
        value={value}
        placeholder="2021-10"
        pattern="\d{4}(-\d{2}(-\d{2})?)?"
        title={t('explorer_date_hint')}
        onChange={(event) => onChange(event.currentTarget.value.trim())}
      />
    </label>
  );
}
