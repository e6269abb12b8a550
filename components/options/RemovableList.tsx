import { useEffect, useRef } from 'preact/hooks';
import { useWords } from '../words.ts';

interface Props {
  /** Names the list. */
  label: string;
  empty: string;
  entries: { key: string; name: string; detail?: string }[];
  action: string;
  onRemove(key: string): void;
}

/** A list whose entries can be taken away. The focus goes to the neighbour, so that the keyboard does not start anew. */
export function RemovableList({ label, empty, entries, action, onRemove }: Props) {
  const { t } = useWords();
  const list = useRef<HTMLDivElement>(null);
  const removed = useRef<{ at: number; count: number } | null>(null);

  useEffect(() => {
    if (!removed.current || entries.length >= removed.current.count) return;
    const buttons = list.current!.querySelectorAll('button');
    (buttons[Math.min(removed.current.at, buttons.length - 1)] ?? list.current!).focus();
    removed.current = null;
  }, [entries.length]);

  return (
    <div class="list" role="group" aria-label={label} tabIndex={-1} ref={list}>
      <h3 class="eyebrow">{label}</h3>
      {entries.length === 0 && <p class="soft">{empty}</p>}
      <ul>
        {entries.map(({ key, name, detail }, at) => (
          <li key={key}>
            <span>
              <bdi>{name}</bdi> {detail && <span class="soft">{detail}</span>}
            </span>
            <button
              type="button"
              class="link"
              aria-label={t('options_for', { action, name })}
              onClick={() => {
                removed.current = { at, count: entries.length };
                onRemove(key);
              }}
            >
              {action}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
