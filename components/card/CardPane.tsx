import { useEffect, useRef } from 'preact/hooks';
import type { Facts } from '../../data/facts.ts';
import { Card } from './Card.tsx';
import { cardModel, type Subject } from '../../presentation/card.ts';
import { cardView } from '../../presentation/card-view.ts';
import { factsAddress } from '../../presentation/search/suggestions.ts';
import { Report } from './Report.tsx';
import { reportOf } from '../../presentation/report.ts';
import { useWords } from '../words.ts';

/** What a report of an error says beside the record. */
export interface Reporting {
  /** Of Bridle. */
  version: string;
  /** Of the page in front; empty where it is not known. */
  address: string;
}

interface Props {
  facts: Facts;
  subject: Subject;
  reporting: Reporting;
  onBack(): void;
}

/** A card that was opened from a list, with the way back to it and the way on to all that is known. */
export function CardPane({ facts, subject, reporting: { version, address }, onBack }: Props) {
  const words = useWords();
  const { t } = words;
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
      <div class="pane-head">
        <button type="button" class="back" ref={back} onClick={onBack}>
          <span aria-hidden="true">←</span> {t('popup_back')}
        </button>
        {subject.kind !== 'place' && (
          <a href={factsAddress({ [subject.kind]: subject.id })} target="_blank">
            {t('popup_facts')}
          </a>
        )}
      </div>
      <Card
        view={cardView(cardModel(facts, subject), subject.kind !== 'claim')}
        fine={<Report report={reportOf(subject, version, facts.endsOn, words)} address={address} />}
      />
    </main>
  );
}
