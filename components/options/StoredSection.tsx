import { useEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../words.ts';
import type { OptionsActions, OptionsState } from './model.ts';
import { Section } from './Section.tsx';

const AREAS = ['sync', 'local'] as const;

export function StoredSection({ state, actions }: { state: OptionsState; actions: OptionsActions }) {
  const { t } = useWords();
  const [step, setStep] = useState<'start' | 'asked' | 'erased'>('start');
  const [start, question] = [useRef<HTMLButtonElement>(null), useRef<HTMLButtonElement>(null)];
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current) (step === 'asked' ? question : start).current?.focus();
    moved.current = true;
  }, [step]);
  return (
    <Section id="stored" title={t('options_stored')}>
      <p>{t('options_stored_about')}</p>
      <dl class="stored">
        {AREAS.map((area) => (
          <div key={area}>
            <dt>{t(`options_stored_${area}`)}</dt>
            <dd>
              {state.stored[area] === 0
                ? t('options_stored_nothing')
                : t('options_characters', { n: state.stored[area] })}
            </dd>
          </div>
        ))}
      </dl>
      {step === 'asked' ? (
        <div class="ask" role="group" aria-label={t('options_erase')}>
          <p>{t('options_erase_ask')}</p>
          <div class="offer">
            <button
              type="button"
              class="action main"
              ref={question}
              onClick={() => void actions.erase().then(() => setStep('erased'))}
            >
              {t('options_erase_yes')}
            </button>
            <button type="button" class="action" onClick={() => setStep('start')}>
              {t('options_cancel')}
            </button>
          </div>
        </div>
      ) : (
        <button type="button" class="action" ref={start} onClick={() => setStep('asked')}>
          {t('options_erase')}
        </button>
      )}
      <p role="status">{step === 'erased' && t('options_erased')}</p>
    </Section>
  );
}
