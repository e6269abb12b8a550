import { useEffect, useRef } from 'preact/hooks';
import type { Facts } from '../../data/facts.ts';
import type { Subject } from '../../presentation/card.ts';
import { Highlighted } from './Highlighted.tsx';
import type { SearchResult } from '../../presentation/search/search.ts';
import { termKey, type Words } from '../../presentation/words.ts';
import { useWords } from '../words.ts';

interface Props {
  id: string;
  facts: Facts;
  query: string;
  results: SearchResult[];
  /** Place of the chosen result in the list. */
  chosen: number;
  onOpen(subject: Subject): void;
}

export const optionId = (place: number): string => `result-${place}`;

export function Results({ id, facts, query, results, chosen, onOpen }: Props) {
  const words = useWords();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' });
  }, [chosen, results]);
  return (
    <ul
      id={id}
      ref={list}
      class="results"
      role="listbox"
      aria-label={words.t('popup_results_list')}
      hidden={results.length === 0}
    >
      {results.map((result, place) => {
        const { heading, title, detail } = describe(facts, result, words);
        return (
          // The keyboard's way is the combobox: focus stays in the box, so the option itself only answers the pointer.
          <li
            key={`${result.kind}-${result.id}`}
            id={optionId(place)}
            role="option"
            aria-selected={place === chosen}
            class={result.kind}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onOpen(result)}
          >
            {heading && <span class="eyebrow">{heading}</span>}
            <span class="title">
              <Highlighted text={title} query={query} />
            </span>
            <span class="detail">
              <Highlighted text={detail} query={query} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function describe(
  facts: Facts,
  { kind, id }: SearchResult,
  { t, text, date }: Words,
): { heading?: string; title: string; detail: string } {
  const nameOf = (entity: string) => {
    const found = facts.entities.find((other) => other.id === entity);
    return found ? text(found.name) : entity;
  };
  if (kind === 'entity') {
    const entity = facts.entities.find((other) => other.id === id)!;
    return { title: text(entity.name), detail: `${t(`common_kind_${entity.kind}`)} · ${text(entity.description)}` };
  }
  if (kind === 'claim') {
    const claim = facts.claims.find((other) => other.id === id)!;
    return {
      title: text(claim.statement),
      detail: [
        nameOf(claim.claimant),
        ...(claim.relayedBy ? [t('card_relayed', { names: claim.relayedBy.map(nameOf).join(', ') })] : []),
        t(termKey('common_attitude', claim.attitude)),
        date(claim.date),
      ].join(' · '),
    };
  }
  const relation = facts.relations.find((other) => other.id === id)!;
  const claimants = relation.claims.flatMap(
    (claim) => facts.claims.find((other) => other.id === claim)?.claimant ?? [],
  );
  return {
    heading: t(termKey('common_relation', relation.kind)),
    title: text(relation.reason),
    detail: [...new Set(claimants)].map(nameOf).join(' · '),
  };
}
