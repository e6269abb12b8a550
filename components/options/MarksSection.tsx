import { useEffect, useRef } from 'preact/hooks';
import { DENSITIES, MARK_STYLES } from '../../platform/settings-values.ts';
import { useWords } from '../words.ts';
import { Choices } from './Choices.tsx';
import type { OptionsActions, OptionsState } from './model.ts';
import { Section } from './Section.tsx';
import { Switch } from './Switch.tsx';

export function MarksSection({ state, actions }: { state: OptionsState; actions: OptionsActions }) {
  const { t, language } = useWords();
  const { density, markStyle, badge } = state.settings;
  const sample = useRef<HTMLDivElement>(null);
  useEffect(() => actions.paintSample(sample.current!, markStyle, density), [markStyle, density, language]);
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
      {/* Texts of the same keys are new nodes in another language, so the paint is put on anew. */}
      <div class="sample" ref={sample} key={language} role="group" aria-label={t('options_sample')}>
        <p>{t('options_sample_first')}</p>
        <h3>{t('options_sample_heading')}</h3>
        <p>{t('options_sample_second')}</p>
      </div>
      <p class="soft">{t(markStyle === 'none' ? 'options_style_none_about' : 'options_sample_about')}</p>
      <Switch
        label={t('options_badge')}
        on={badge}
        onSwitch={(on) => actions.change((settings) => ({ ...settings, badge: on }))}
      />
    </Section>
  );
}
