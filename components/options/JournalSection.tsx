import { useWords } from '../words.ts';
import type { OptionsActions, OptionsState } from './model.ts';
import { Section } from './Section.tsx';
import { Switch } from './Switch.tsx';

export function JournalSection({ state, actions }: { state: OptionsState; actions: OptionsActions }) {
  const { t } = useWords();
  return (
    <Section id="journal" title={t('journal_title')}>
      <Switch label={t('journal_switch')} on={state.isJournalOn} onSwitch={actions.switchJournal} />
      <p class="soft">{t('journal_about')}</p>
      <p>
        <a href="/journal.html">{t('journal_open')}</a>
      </p>
    </Section>
  );
}
