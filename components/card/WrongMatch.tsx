import { useState } from 'preact/hooks';
import { useWords } from '../words.ts';

export interface Muting {
  alias: string;
  onMute(where: 'here' | 'everywhere'): void;
  onUndo(where: 'here' | 'everywhere'): void;
}

/** "Wrong match?": stops marking an alias, here or everywhere, and takes that back. */
export function WrongMatch({ alias, onMute, onUndo }: Muting) {
  const { t } = useWords();
  const [state, setState] = useState<'closed' | 'asking' | 'here' | 'everywhere'>('closed');
  const mute = (where: 'here' | 'everywhere') => {
    setState(where);
    onMute(where);
  };
  if (state === 'closed') {
    return (
      <button type="button" class="link" data-wrong onClick={() => setState('asking')}>
        {t('card_wrong')}
      </button>
    );
  }
  if (state === 'asking') {
    return (
      <div class="asked wrong">
        <p>{t('card_wrong_ask', { alias })}</p>
        <button type="button" class="action" onClick={() => mute('here')}>
          {t('card_wrong_here')}
        </button>
        <button type="button" class="action" onClick={() => mute('everywhere')}>
          {t('card_wrong_everywhere')}
        </button>
        <button type="button" class="link" data-escape onClick={() => setState('closed')}>
          {t('card_wrong_cancel')}
        </button>
      </div>
    );
  }
  return (
    <div class="asked wrong" role="status">
      <p>{t(`card_muted_${state}`, { alias })}</p>
      <button
        type="button"
        class="link"
        onClick={() => {
          onUndo(state);
          setState('closed');
        }}
      >
        {t('card_undo')}
      </button>
    </div>
  );
}
