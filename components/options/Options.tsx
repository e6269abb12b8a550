import { useWords } from '../words.ts';
import { BackupSection } from './BackupSection.tsx';
import { CardSection } from './CardSection.tsx';
import { JournalSection } from './JournalSection.tsx';
import { LanguageSection } from './LanguageSection.tsx';
import { MarksSection } from './MarksSection.tsx';
import type { OptionsActions, OptionsState } from './model.ts';
import { MutedSection } from './MutedSection.tsx';
import { ShortcutsSection } from './ShortcutsSection.tsx';
import { SitesSection } from './SitesSection.tsx';
import { StoredSection } from './StoredSection.tsx';

export function Options({ state, actions }: { state: OptionsState; actions: OptionsActions }) {
  const { t } = useWords();
  return (
    <div class="page">
      <header>
        <h1>Bridle</h1>
        <p class="soft">{t('options_title')}</p>
      </header>
      <main>
        <div class="notices" role="status">
          {state.notice.length > 0 && (
            <p class="notice">
              {t('options_notice', {
                settings: state.notice
                  .map((key) => t(`options_key_${key.toLowerCase() as Lowercase<typeof key>}`))
                  .join(', '),
              })}{' '}
              <button type="button" class="link" onClick={actions.closeNotice}>
                {t('options_notice_close')}
              </button>
            </p>
          )}
          {state.isRefused && <p class="notice">{t('options_refused')}</p>}
          {state.isOnlyHere && <p class="notice">{t('options_only_here')}</p>}
        </div>
        <SitesSection state={state} actions={actions} />
        <MarksSection state={state} actions={actions} />
        <CardSection state={state} actions={actions} />
        <LanguageSection state={state} actions={actions} />
        <MutedSection state={state} actions={actions} />
        {state.shortcuts.length > 0 && <ShortcutsSection state={state} actions={actions} />}
        <JournalSection state={state} actions={actions} />
        <BackupSection state={state} actions={actions} />
        <StoredSection state={state} actions={actions} />
      </main>
      <footer>
        <p class="soft">
          <a href="/licences.txt">{t('options_licences')}</a>
        </p>
      </footer>
    </div>
  );
}
