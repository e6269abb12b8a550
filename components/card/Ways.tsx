import type { CardView } from '../../presentation/card-view.ts';
import { useWords } from '../words.ts';
import { CopyButton } from './CopyButton.tsx';
import { WrongMatch, type Muting } from './WrongMatch.tsx';

export interface WaysProps {
  view: CardView;
  onExplore(): void;
  citation: string | null;
  /** The address of the sentence that the card is of; null where the page gives none. */
  link: (() => string) | null;
  muting: Muting | null;
}

/** The ways on from a card on a page. */
export function Ways({ view: { more, record }, onExplore, citation, link, muting }: WaysProps) {
  const { t } = useWords();
  return (
    <footer>
      {record && (
        <button
          type="button"
          class="link explore"
          title={more > 0 ? t('card_explore_all') : undefined}
          onClick={onExplore}
        >
          {more > 0 ? t('card_explore', { n: more }) : t('card_explore_all')}
        </button>
      )}
      {citation !== null && <CopyButton label="card_cite" text={() => citation} />}
      {link && <CopyButton label="card_link" text={link} />}
      {muting && <WrongMatch {...muting} />}
    </footer>
  );
}
