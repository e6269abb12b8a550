import { useState } from 'preact/hooks';
import { useWords } from '../words.ts';

export type Where = 'here' | 'everywhere';

export interface Muting {
  /** Null for a sentence: its statement is muted. */
  alias: string | null;
  /** Mutes it, or takes that back; resolves with whether that was done. */
  onMute(where: Where, isMuted: boolean): Promise<boolean>;
}

type State = 'closed' | 'asking' | 'here' | 'everywhere' | 'refused' | 'kept';

/** "Wrong match?": stops marking an alias, or what meets a statement, here or everywhere, and takes that back. Says what has come of it. */
export function WrongMatch({ alias, onMute }: Muting) {
  const { t } = useWords();
  const [state, setState] = useState<State>('closed');
  const mute = async (where: Where) => setState((await onMute(where, true)) ? where : 'refused');
  const undo = async (where: Where) => setState((await onMute(where, false)) ? 'closed' : 'kept');
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
        <p>{alias === null ? t('card_wrong_ask_claim') : t('card_wrong_ask', { alias })}</p>
        <button type="button" class="action" onClick={() => void mute('here')}>
          {t('card_wrong_here')}
        </button>
        <button type="button" class="action" onClick={() => void mute('everywhere')}>
          {t('card_wrong_everywhere')}
        </button>
        <button type="button" class="link" data-escape onClick={() => setState('closed')}>
          {t('card_wrong_cancel')}
        </button>
      </div>
    );
  }
  const isMuted = state === 'here' || state === 'everywhere';
  return (
    <div class="asked wrong" role="status">
      {isMuted ? (
        <>
          <p>{alias === null ? t(`card_muted_claim_${state}`) : t(`card_muted_${state}`, { alias })}</p>
          <button type="button" class="link" onClick={() => void undo(state)}>
            {t('card_undo')}
          </button>
        </>
      ) : (
        <p>{t(state === 'kept' ? 'card_unmute_refused' : 'card_mute_refused')}</p>
      )}
    </div>
  );
}
