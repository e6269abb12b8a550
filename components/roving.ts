import { useEffect, useRef } from 'preact/hooks';

/**
 * One stop of the Tab key for a long list: arrow keys, Home and End move among the elements marked `data-row` that are within, in their
 * order on the page; Tab leaves. Returns what to spread on the element around them.
 */
export function useRoving<Container extends HTMLElement>() {
  const container = useRef<Container>(null);
  const rows = () => [...(container.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  const makeStop = (stop: HTMLElement | undefined) => {
    for (const row of rows()) row.tabIndex = row === stop ? 0 : -1;
  };
  // The list may have changed with any drawing: exactly one of what is there now is a stop.
  useEffect(() => {
    const all = rows();
    makeStop(
      all.find((row) => row === document.activeElement) ??
        all.find((row) => row.getAttribute('tabindex') === '0') ??
        all[0],
    );
  });
  return {
    ref: container,
    onFocusIn: ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && 'row' in target.dataset) makeStop(target);
    },
    onKeyDown: (event: KeyboardEvent) => {
      const all = rows();
      const at = all.indexOf(event.target as HTMLElement);
      if (at === -1 || event.ctrlKey || event.altKey || event.metaKey) return;
      const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
      if (next === undefined) return;
      event.preventDefault();
      all[Math.min(Math.max(next, 0), all.length - 1)]?.focus();
    },
  };
}
