import { useEffect, useRef } from 'preact/hooks';
import type { Address, View } from '../../presentation/explorer/address.ts';

/**
 * After each step the heading of what came is in focus and titles the tab; on the way back, the link that was followed. Who types a
 * search, which leads from the story to the list, goes on typing.
 * Returns the id of the record that was open before this drawing.
 */
export function useArrival(
  main: { current: HTMLElement | null },
  { view, open, compare }: Address,
): string | undefined {
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
