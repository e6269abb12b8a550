import { useEffect, useRef, useState } from 'preact/hooks';
import type { Facts } from '../../data/facts.ts';
import type { Subject } from '../../presentation/card.ts';
import { optionId, Results } from './Results.tsx';
import type { SearchResult } from '../../presentation/search/search.ts';
import { useWords } from '../words.ts';

interface Props {
  facts: Facts;
  query: string;
  results: SearchResult[];
  onQuery(query: string): void;
  onOpen(subject: Subject): void;
}

const LIST_ID = 'results';

/**
 * A combobox with its list of results. The first result is the chosen one; arrow keys move the choice and go round, Enter opens it.
 * Home and End move it too once the arrows have left the text; Escape empties the box before it closes the popup.
 */
export function SearchBox({ facts, query, results, onQuery, onOpen }: Props) {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState(0);
  const [inList, setInList] = useState(false);
  useEffect(() => input.current?.focus(), []);

  const type = (text: string) => {
    setChosen(0);
    setInList(false);
    onQuery(text);
  };
  const choose = (place: number) => {
    setInList(true);
    setChosen((place + results.length) % results.length);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const result = results[chosen];
    if (event.isComposing) return;
    if (event.key === 'Escape' && query !== '') type('');
    else if (!result) return;
    else if (event.key === 'ArrowDown')
      choose(inList || results.length === 1 ? chosen + 1 : Math.min(1, results.length - 1));
    else if (event.key === 'ArrowUp') choose(chosen - 1);
    else if (event.key === 'Home' && inList) choose(0);
    else if (event.key === 'End' && inList) choose(results.length - 1);
    else if (event.key === 'Enter') onOpen(result);
    else return;
    event.preventDefault();
  };

  const open = results.length > 0;
  return (
    <search class="search">
      <div class="box">
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="6.8" cy="6.8" r="4.6" />
          <path d="m10.3 10.3 4 4" />
        </svg>
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={LIST_ID}
          aria-activedescendant={open ? optionId(chosen) : undefined}
          aria-label={t('popup_search')}
          placeholder={t('popup_search')}
          autocomplete="off"
          spellcheck={false}
          value={query}
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {query !== '' && (
          <button
            type="button"
            class="clear"
            aria-label={t('popup_clear')}
            onClick={() => {
              type('');
              input.current?.focus();
            }}
          >
            ×
          </button>
        )}
      </div>
      <p class="unseen" role="status">
        {query.trim() !== '' && t('popup_results', { n: results.length })}
      </p>
      <Results id={LIST_ID} facts={facts} query={query} results={results} chosen={chosen} onOpen={onOpen} />
    </search>
  );
}
