import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Documents } from '../../data/documents.ts';
import type { Facts } from '../../data/facts.ts';
import type { Search } from '../../presentation/search/search.ts';
import { useWords } from '../words.ts';
import {
  formatAddress,
  NO_FILTERS,
  START,
  VIEWS,
  type Address,
  type View,
} from '../../presentation/explorer/address.ts';
import { ClaimPage } from './ClaimPage.tsx';
import { Compare } from './Compare.tsx';
import { ContradictionMap } from './ContradictionMap.tsx';
import { createDesk, DeskProvider } from './desk.ts';
import { EntityPage } from './EntityPage.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { FilterBar } from './FilterBar.tsx';
import { mapOf } from '../../presentation/explorer/map-model.ts';
import { RecordList } from './RecordList.tsx';
import { RelationPage } from './RelationPage.tsx';
import { select } from '../../presentation/explorer/selection.ts';
import { SourceList } from './SourceList.tsx';
import { SourcePage } from './SourcePage.tsx';
import { Story } from './Story.tsx';
import { storyOf } from '../../presentation/explorer/story.ts';
import { Timeline } from './Timeline.tsx';
import { useAddress } from './use-address.ts';

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
  const map = useMemo(() => mapOf(facts, selection, filters.ties), [facts, selection]);
  const chapters = useMemo(() => storyOf(facts), [facts]);
  const shown =
    view === 'map'
      ? { n: map.clusters.flatMap(({ claims }) => claims).length, ties: map.arcs.length }
      : { n: selection.claims.length, ties: selection.relations.length };
  const isRecord = open !== null || compare !== null;
  const from = useArrival(main, address);
  // The index of words is made when the reader is about to type, not with the first key.
  useEffect(() => {
    const timer = setTimeout(() => void search(''));
    return () => clearTimeout(timer);
  }, [search]);

  return (
    <DeskProvider value={desk}>
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
              aria-current={name === view ? (isRecord ? 'true' : 'page') : undefined}
            >
              {t(`explorer_view_${name}`)}
            </a>
          ))}
        </nav>
      </header>
      {!isRecord && (
        <FilterBar
          filters={filters}
          view={view}
          onChange={(next, how) => go({ ...address, view: view === 'story' ? 'list' : view, filters: next }, how)}
        />
      )}
      <main ref={main}>
        {isRecord ? (
          <>
            <p class="way-back">
              <a href={formatAddress({ ...START, view, filters })}>
                <span aria-hidden="true">←</span> {t(`explorer_view_${view}`)}
              </a>
            </p>
            {compare ? (
              <Compare pair={compare} onChange={(pair) => go({ ...address, compare: pair }, 'push')} />
            ) : (
              <Record open={open!} />
            )}
          </>
        ) : (
          <>
            <div class="results-head">
              <h2 tabIndex={-1}>{t(`explorer_view_${view}`)}</h2>
              {view !== 'story' && (
                <p role="status" class="soft">
                  {t('explorer_claims', { n: shown.n })} · {t('explorer_relations', { n: shown.ties })}
                </p>
              )}
              <ExportMenu selected={selection.claims.map(({ id }) => id)} />
            </div>
            {view === 'story' && <Story chapters={chapters} />}
            {view === 'list' && (
              <RecordList
                selection={selection}
                query={filters.q}
                from={from}
                onClear={() => go({ ...address, filters: NO_FILTERS }, 'push')}
              />
            )}
            {view === 'timeline' && <Timeline selection={selection} />}
            {view === 'map' && <ContradictionMap map={map} />}
            {view === 'sources' && <SourceList sources={selection.sources} />}
          </>
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

/**
 * After each step the heading of what came is in focus and titles the tab; on the way back, the link that was followed. Who types a
 * search, which leads from the story to the list, goes on typing.
 * Returns the id of the record that was open before this drawing.
 */
function useArrival(main: { current: HTMLElement | null }, { view, open, compare }: Address): string | undefined {
  const place = JSON.stringify([view, open, compare?.[0]]);
  const before = useRef<{ place: string; view: View; open: Address['open'] } | null>(null);
  useEffect(() => {
    const heading = main.current?.querySelector('h2');
    document.title = `${heading?.textContent ?? ''} · Bridle`;
    const last = before.current;
    before.current = { place, view, open };
    if (!last || last.place === place || document.activeElement?.matches('[type=search]')) return;
    const opener =
      !open && !compare && last.open && last.view === view
        ? main.current?.querySelector<HTMLElement>(
            `a[href^="?${last.open.kind}=${last.open.id}&"], a[href="?${last.open.kind}=${last.open.id}"]`,
          )
        : null;
    if (opener) return opener.focus();
    heading?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [place]);
  return before.current?.open?.id;
}
