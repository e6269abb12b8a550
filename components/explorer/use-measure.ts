import { useEffect, useLayoutEffect, useState } from 'preact/hooks';

/** On paper nothing can be measured in time: the width that is left of an A4 page, in CSS pixels. */
const PRINT_WIDTH_PX = 640;

/** The width of an element and the reader's font size, in pixels, also on paper. */
export function useMeasure(element: { current: HTMLElement | null }): { widthPx: number; remPx: number } {
  const [measured, setMeasured] = useState({ widthPx: 1000, remPx: 16 });
  const [printing, setPrinting] = useState(false);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return undefined;
    const measure = () =>
      setMeasured({
        widthPx: current.clientWidth,
        remPx: Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
      });
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    measure();
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    const life = new AbortController();
    addEventListener('beforeprint', () => setPrinting(true), { signal: life.signal });
    addEventListener('afterprint', () => setPrinting(false), { signal: life.signal });
    return () => life.abort();
  }, []);
  return printing ? { ...measured, widthPx: Math.min(measured.widthPx, PRINT_WIDTH_PX) } : measured;
}
