import { useEffect, useRef, useState } from 'preact/hooks';
import type { Offered } from '../../presentation/explorer/original.ts';
import { useWords } from '../words.ts';
import type { FactsSource } from './desk.ts';
import { OriginalRefusals } from './OriginalRefusals.tsx';
import { OriginalsHeld } from './OriginalsHeld.tsx';
import { useOriginals } from './originals.ts';

/** Where the reader brings the documents behind a statement: dropped anywhere on the page, or chosen. */
export function OriginalDrop({ expected }: { expected: FactsSource[] }) {
  const { t } = useWords();
  const { take, forget } = useOriginals();
  const [forgotten, setForgotten] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const bring = (offered: Offered[]) => {
    setForgotten('');
    void take(offered);
  };
  const isOver = useDrop(bring);
  return (
    <div class="original">
      <h4>{t('explorer_original')}</h4>
      <p>{t('explorer_original_about')}</p>
      <button ref={button} type="button" class="action" onClick={() => input.current!.click()}>
        {t('explorer_original_choose')}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('explorer_original_choose')}
        onChange={({ currentTarget }) => {
          bring([...(currentTarget.files ?? [])]);
          // So that the same file can be chosen again.
          currentTarget.value = '';
        }}
      />
      <div role="status">
        {forgotten && <p class="soft">{t('explorer_original_forgotten', { file: forgotten })}</p>}
        <OriginalsHeld
          expected={expected}
          onForget={({ name, source }) => {
            forget(source);
            setForgotten(name);
            button.current!.focus();
          }}
        />
      </div>
      <OriginalRefusals expected={expected} />
      {isOver && (
        <div class="drop-here" aria-hidden="true">
          <p>{t('explorer_original_drop')}</p>
        </div>
      )}
    </div>
  );
}

/** Takes files that are dropped anywhere on the page, which the browser would open in its place; whether some are held over it. */
function useDrop(onDrop: (offered: Offered[]) => void): boolean {
  const [isOver, setIsOver] = useState(false);
  const latest = useRef(onDrop);
  latest.current = onDrop;
  useEffect(() => {
    const life = new AbortController();
    const onDrag = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setIsOver(event.type !== 'drop');
      if (event.type === 'drop') latest.current(offeredBy(event.dataTransfer));
    };
    for (const type of ['dragenter', 'dragover', 'drop'] as const) addEventListener(type, onDrag, life);
    // Without a related target the pointer has left the window.
    addEventListener('dragleave', ({ relatedTarget }) => setIsOver(relatedTarget !== null), life);
    return () => life.abort();
  }, []);
  return isOver;
}

/** What was dropped, read before the event ends: then the list of it is emptied. */
function offeredBy({ items }: DataTransfer): Offered[] {
  return [...items].flatMap((item) => {
    const entry = item.webkitGetAsEntry();
    return entry?.isDirectory ? { name: entry.name, isFolder: true } : (item.getAsFile() ?? []);
  });
}
