import { DENSITIES, MARK_STYLES, SENTENCE_CHOICES } from '../../platform/settings-values.ts';
import { useWords } from '../words.ts';
import { Choices } from './Choices.tsx';
import type { OptionsActions, OptionsState } from './model.ts';
import { Sample } from './Sample.tsx';
import { Section } from './Section.tsx';
import { Switch } from './Switch.tsx';

export function MarksSection({ state, actions }: { state: OptionsState; actions: OptionsActions }) {
  const { t } = useWords();
  const { density, markStyle, sentences, ticks, badge } = state.settings;
  return (
    <Section id="marks" title={t('options_marks')}>
      <Choices
        label={t('options_density')}
        value={density}
        choices={DENSITIES.map((value) => ({ value, label: t(`options_density_${value}`) }))}
        onChoose={(value) => actions.change((settings) => ({ ...settings, density: value }))}
      />
      <Choices
        label={t('options_style')}
        value={markStyle}
        choices={MARK_STYLES.map((value) => ({ value, label: t(`options_style_${value}`) }))}
        onChoose={(value) => actions.change((settings) => ({ ...settings, markStyle: value }))}
      />
      {markStyle === 'none' && <p class="soft">{t('options_style_none_about')}</p>}
      <Choices
        label={t('options_sentences')}
        value={sentences}
        choices={SENTENCE_CHOICES.map((value) => ({ value, label: t(`options_sentences_${value}`) }))}
        onChoose={(value) => actions.change((settings) => ({ ...settings, sentences: value }))}
      />
      <Sample marks={state.settings} paint={actions.paintSample}>
        <p>{t('options_sample_first')}</p>
        <h3>{t('options_sample_heading')}</h3>
        <p>
          <span data-match="repeats">{t('options_sample_repeats')}</span>{' '}
          <span data-match="contested">{t('options_sample_contested')}</span>
        </p>
      </Sample>
      <p class="soft">{t('options_sample_about')}</p>
      <Switch
        label={t('options_ticks')}
        on={ticks}
        onSwitch={(on) => actions.change((settings) => ({ ...settings, ticks: on }))}
      />
      <Switch
        label={t('options_badge')}
        on={badge}
        onSwitch={(on) => actions.change((settings) => ({ ...settings, badge: on }))}
      />
    </Section>
  );
}
