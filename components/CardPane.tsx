import { useEffect, useRef } from 'preact/hooks';
import type { Facts } from '../data/facts.ts';
import { Card } from './Card.tsx';
import { cardModel, type Subject } from './card-model.ts';
import { useWords } from './words.ts';

/** A card that was opened from a list, with the way back to it. */
export function CardPane({ facts, subject, onBack }: { facts: Facts; subject: Subject; onBack(): void }) {
  const { t } = useWords();
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    back.current?.focus();
    window.scrollTo(0, 0);
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // Without this the browser would close the whole popup.
      event.preventDefault();
      onBack();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <main class="card-pane">
      <button type="button" class="back" ref={back} onClick={onBack}>
        <span aria-hidden="true">←</span> {t('popup_back')}
      </button>
      <Card model={cardModel(facts, subject)} />
    </main>
  );
}
