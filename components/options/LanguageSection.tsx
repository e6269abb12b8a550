import { nameOfLanguage } from '../../data/languages.ts';
import { LANGUAGE_CHOICES } from '../../platform/settings-values.ts';
import { useWords } from '../words.ts';
import { Choices } from './Choices.tsx';
import type { OptionsActions, OptionsState } from './model.ts';
import { Section } from './Section.tsx';

export function LanguageSection({ state, actions }: { state: OptionsState; actions: OptionsActions }) {
  const { t } = useWords();
  return (
    <Section id="language" title={t('options_language')}>
      <Choices
        label={t('options_language_label')}
        value={state.settings.language}
        choices={LANGUAGE_CHOICES.map((value) =>
          value === 'auto'
            ? { value, label: t('options_language_auto') }
            : { value, label: nameOfLanguage(value), lang: value },
        )}
        onChoose={(value) => actions.change((settings) => ({ ...settings, language: value }))}
      />
      <p class="soft">{t('options_language_about')}</p>
    </Section>
  );
}
