import { useEffect, useState } from 'preact/hooks';

/** More than a window shows. */
const AT_ONCE = 16;
const PORTION = 40;

/**
 * How many of a long list to draw: its beginning at once, so that results follow each key, and the rest in portions while nothing else is to be
 * done. In the end all of it is there, for the browser's own search and for paper.
 * @param least as many are there at first
 */
export function usePortions(list: readonly unknown[], least: number): number {
  const [drawn, setDrawn] = useState({ list, count: Math.max(AT_ONCE, least) });
  // Another list begins anew, in the very drawing that brings it.
  const count = drawn.list === list ? drawn.count : AT_ONCE;
  useEffect(() => {
    if (count >= list.length) return;
    const more = (by: number) => setDrawn({ list, count: count + by });
    const handle = requestIdleCallback(() => more(PORTION));
    const onPrint = () => more(Infinity);
    addEventListener('beforeprint', onPrint);
    return () => {
      cancelIdleCallback(handle);
      removeEventListener('beforeprint', onPrint);
    };
  }, [list, count]);
  return count;
}
