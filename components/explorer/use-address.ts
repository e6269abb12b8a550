import { useEffect, useMemo, useState } from 'preact/hooks';
import { formatAddress, parseAddress, type Address } from '../../presentation/explorer/address.ts';

/** Writing the browser's address takes as long as drawing the results of a key: it waits until the reader pauses. */
const PAUSE_MS = 200;

/** The address as state. Links to `?…` on the page change it without a new page; back and forward work. */
export function useAddress(): [Address, (next: Address, how: 'push' | 'replace') => void] {
  const [query, setQuery] = useState(location.search);
  const { go, attach } = useMemo(() => createSteps(setQuery), []);
  useEffect(attach, []);
  const address = useMemo(() => parseAddress(query), [query]);
  return [address, (next, how) => go(formatAddress(next), how)];
}

function createSteps(onQuery: (query: string) => void) {
  let pause: ReturnType<typeof setTimeout> | undefined;
  /** What has been typed and is not written yet. */
  let typed: string | null = null;
  const write = () => {
    clearTimeout(pause);
    if (typed !== null) history.replaceState(null, '', pathOf(typed));
    typed = null;
  };
  const go = (query: string, how: 'push' | 'replace') => {
    if (how === 'replace') {
      clearTimeout(pause);
      typed = query;
      pause = setTimeout(write, PAUSE_MS);
    } else {
      write();
      if (query === (location.search || '?')) return;
      history.pushState(null, '', pathOf(query));
    }
    onQuery(query);
  };
  const attach = () => {
    const life = new AbortController();
    const onPop = () => {
      typed = null;
      onQuery(location.search);
    };
    const onClick = (event: MouseEvent) => {
      const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
      const link = (event.target as Element).closest('a[href^="?"]');
      if (!plain || !link) return;
      event.preventDefault();
      go(link.getAttribute('href')!, 'push');
    };
    addEventListener('popstate', onPop, life);
    addEventListener('pagehide', write, life);
    document.addEventListener('click', onClick, life);
    return () => life.abort();
  };
  return { go, attach };
}

const pathOf = (query: string): string => (query === '?' ? location.pathname : query);
