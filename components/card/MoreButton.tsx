import type { MessageKey } from '../../presentation/words.ts';
import { useWords } from '../words.ts';

interface Props {
  /** How many are not shown now. */
  hidden: number;
  /** Message key for "n more". */
  more: MessageKey;
  /** Whether there is anything beyond what always shows. */
  extra: boolean;
  onToggle(open: boolean): void;
}

/** Opens the rest of a list in place, and folds it again. */
export function MoreButton({ hidden, more, extra, onToggle }: Props) {
  const { t } = useWords();
  if (!extra) return null;
  return (
    <button type="button" class="link more" aria-expanded={hidden <= 0} onClick={() => onToggle(hidden > 0)}>
      {hidden > 0 ? t(more, { n: hidden }) : t('card_fewer')}
    </button>
  );
}
