import { useEffect, useState } from 'preact/hooks';
import { formatAddress, parseAddress, type Address } from './address.ts';

/** The address as state. Links to `?…` on the page change it without a new page; back and forward work. */
export function useAddress(): [Address, (next: Address, how: 'push' | 'replace') => void] {
  const [address, setAddress] = useState(() => parseAddress(location.search));
  const go = (query: string, how: 'push' | 'replace') => {
    if (query === (location.search || '?')) return;
    history[how === 'push' ? 'pushState' : 'replaceState'](null, '', query === '?' ? location.pathname : query);
    setAddress(parseAddress(location.search));
  };
  useEffect(() => {
    const onPop = () => setAddress(parseAddress(location.search));
    const onClick = (event: MouseEvent) => {
      const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
      const link = (event.target as Element).closest('a[href^="?"]');
      if (!plain || !link) return;
      event.preventDefault();
      go(link.getAttribute('href')!, 'push');
    };
    addEventListener('popstate', onPop);
    document.addEventListener('click', onClick);
    return () => {
      removeEventListener('popstate', onPop);
      document.removeEventListener('click', onClick);
    };
  }, []);
  return [address, (next, how) => go(formatAddress(next), how)];
}
