import { readableHost } from '../../presentation/host-name.ts';
import type { PageState } from '../popup/PageMentions.tsx';
import { useWords } from '../words.ts';

/** `hidden`: the browser does not say which page is in front. */
export type PanelState = PageState | 'hidden';

interface Props {
  state: Exclude<PanelState, 'waiting'>;
  host: string;
  onAllow(): void;
  onOnce(): void;
  onSwitchOn(): void;
}

/** Why the panel lists nothing, and what the reader can do about it. */
export function NoDossier({ state, host, onAllow, onOnce, onSwitchOn }: Props) {
  const { t } = useWords();
  const site = readableHost(host);
  return (
    <section class="empty">
      <h2>{t(`panel_why_${state}`, { host: site })}</h2>
      <p class="soft">{t(`panel_do_${state}`, { host: site })}</p>
      {state === 'hidden' && (
        <p class="offer">
          <a href="/options.html" target="_blank" rel="noopener">
            {t('panel_choose_sites')}
          </a>
        </p>
      )}
      {state === 'off' && (
        <div class="offer">
          <button type="button" class="action main" onClick={onSwitchOn}>
            {t('panel_switch_on')}
          </button>
        </div>
      )}
      {state === 'none' && (
        <div class="offer">
          <button type="button" class="action main" onClick={onAllow}>
            {t('popup_allow')}
          </button>
          <button type="button" class="action" onClick={onOnce}>
            {t('popup_once')}
          </button>
        </div>
      )}
    </section>
  );
}
