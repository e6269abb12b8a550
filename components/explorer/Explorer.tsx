import { useMemo, useRef } from 'preact/hooks';
import type { Documents } from '../../data/documents.ts';
import type { Facts } from '../../data/facts.ts';
import { formatAddress, NO_FILTERS, START, type Address } from '../../presentation/explorer/address.ts';
import { select } from '../../presentation/explorer/selection.ts';
import type { Search } from '../../presentation/search/search.ts';
import { useWords } from '../words.ts';
import { ClaimPage } from './ClaimPage.tsx';
import { Compare } from './Compare.tsx';
import { createDesk, DeskProvider } from './desk.ts';
import { EntityPage } from './EntityPage.tsx';
import { FilterBar } from './FilterBar.tsx';
import { Masthead } from './Masthead.tsx';
import { OriginalsProvider, useOriginalsOf } from './originals.ts';
import { RelationPage } from './RelationPage.tsx';
import { Results } from './Results.tsx';
import { SourcePage } from './SourcePage.tsx';
import { useAddress } from './use-address.ts';
import { useArrival } from './use-arrival.ts';

interface Props {
  facts: Facts;
  documents: Documents;
  /** Over everything, without a limit. */
  search: Search;
}

/** The whole fact base in a tab of its own: story, lists, timeline, map, and a page for each record. */
export function Explorer({ facts, documents, search }: Props) {
  const words = useWords();
  const { t, date } = words;
  const [address, go] = useAddress();
  const { view, open, compare, filters } = address;
  const main = useRef<HTMLElement>(null);
  const desk = useMemo(
    () =>
      createDesk(facts, documents, words, {
        linkTo: (kind, id) => formatAddress({ ...address, open: { kind, id }, compare: null }),
        compareLink: (first, second) => formatAddress({ ...address, open: null, compare: [first, second] }),
      }),
    [facts, words, address],
  );
  const selection = useMemo(() => select(facts, filters, search), [facts, filters, search]);
  const isRecord = open !== null || compare !== null;
  const from = useArrival(main, address);
  const originals = useOriginalsOf(documents);

  return (
    <DeskProvider value={desk}>
      <Masthead address={address} />
      {!isRecord && (
        <FilterBar
          filters={filters}
          view={view}
          onChange={(next, how) => go({ ...address, view: view === 'story' ? 'list' : view, filters: next }, how)}
          // The index of words takes longer than a key may.
          onAboutToType={() => setTimeout(() => void search(''))}
        />
      )}
      <main ref={main}>
        {isRecord && (
          <p class="way-back">
            <a href={formatAddress({ ...START, view, filters })}>
              <span aria-hidden="true">←</span> {t(`explorer_view_${view}`)}
            </a>
          </p>
        )}
        {compare && <Compare pair={compare} onChange={(pair) => go({ ...address, compare: pair }, 'push')} />}
        {open && (
          <OriginalsProvider value={originals}>
            <Record open={open} />
          </OriginalsProvider>
        )}
        {!isRecord && (
          <Results
            address={address}
            selection={selection}
            from={from}
            onClear={() => go({ ...address, filters: NO_FILTERS }, 'push')}
          />
        )}
      </main>
      <footer class="colophon">
        <p>{t('common_ends', { date: date(facts.endsOn) })}</p>
        <p>{t('explorer_promise', { n: facts.sources.length })}</p>
      </footer>
    </DeskProvider>
  );
}

function Record({ open: { kind, id } }: { open: NonNullable<Address['open']> }) {
  if (kind === 'claim') return <ClaimPage key={id} id={id} />;
  if (kind === 'entity') return <EntityPage key={id} id={id} />;
  if (kind === 'relation') return <RelationPage key={id} id={id} />;
  return <SourcePage key={id} id={id} />;
}
