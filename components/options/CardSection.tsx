import { useEffect, useId, useState } from 'preact/hooks';
import { CARD_KEYS, MAX_DWELL_MS } from '../../platform/settings-values.ts';
import { useWords } from '../words.ts';
import { Choices } from './Choices.tsx';
import type { OptionsActions, OptionsState } from './model.ts';
import { Section } from './Section.tsx';

const STEP_MS = 50;

/** The slider for the hand, the number for the exact. Stored when the hand lets go: sync takes only so many writes a minute. */
export function CardSection({ state, actions }: { state: OptionsState; actions: OptionsActions }) {
  const { t } = useWords();
  const id = useId();
  const stored = state.settings.dwellMs;
  const [dwellMs, setDwellMs] = useState(stored);
  useEffect(() => setDwellMs(stored), [stored]);
  const keep = (value: number) => {
    const wanted = Number.isFinite(value) ? Math.min(MAX_DWELL_MS, Math.max(0, Math.round(value))) : stored;
    setDwellMs(wanted);
    if (wanted !== stored) actions.change((settings) => ({ ...settings, dwellMs: wanted }));
  };
  return (
    <Section id="card" title={t('options_card')}>
      <p id={id}>{t('options_dwell')}</p>
      <div class="dwell">
        <input
          type="range"
          min={0}
          max={MAX_DWELL_MS}
          step={STEP_MS}
          value={dwellMs}
          aria-labelledby={id}
          aria-valuetext={t('options_ms', { count: dwellMs })}
          onInput={({ currentTarget }) => setDwellMs(currentTarget.valueAsNumber)}
          onChange={({ currentTarget }) => keep(currentTarget.valueAsNumber)}
        />
        <label>
          <input
            type="number"
            min={0}
            max={MAX_DWELL_MS}
            step={STEP_MS}
            value={dwellMs}
            aria-labelledby={id}
            onChange={({ currentTarget }) => keep(currentTarget.valueAsNumber)}
          />
          <abbr title={t('options_milliseconds')}>ms</abbr>
        </label>
      </div>
      <Choices
        label={t('options_cardkey')}
        value={state.settings.cardKey}
        choices={CARD_KEYS.map((value) => ({ value, label: t(`options_cardkey_${value}`) }))}
        onChoose={(value) => actions.change((settings) => ({ ...settings, cardKey: value }))}
      />
      <p class="soft">{t('options_dwell_about')}</p>
    </Section>
  );
}
