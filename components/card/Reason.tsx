import type { RelationView } from '../../presentation/card.ts';
import { useWords } from '../words.ts';

/** Why two statements are set side by side, and whose conclusion that is. */
export function Reason({ relation: { reason, basis } }: { relation: RelationView }) {
  const { t, text } = useWords();
  return (
    <p class="why">
      {text(reason)} <small>{t(`card_reason_${basis}`)}</small>
    </p>
  );
}
