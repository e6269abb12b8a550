import { useEffect, useRef } from 'preact/hooks';
import type { Facts } from '../../data/facts.ts';
import type { Subject } from '../../presentation/card.ts';
import { Highlighted } from './Highlighted.tsx';
import { resultView } from '../../presentation/search/result-view.ts';
import type { SearchResult } from '../../presentation/search/search.ts';
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
        const { heading, title, details, isContested } = resultView(result, facts, words);
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
            {(heading ?? isContested) && (
              <span class={isContested ? 'eyebrow pencilled' : 'eyebrow'}>
                {heading ?? words.t('common_contested')}
              </span>
            )}
            <span class="title">
              <Highlighted text={title} query={query} />
            </span>
            <span class="detail">
              <Highlighted text={details.join(' · ')} query={query} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
