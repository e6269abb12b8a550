import { AskFirst } from '../AskFirst.tsx';
import { useWords } from '../words.ts';
import type { OptionsActions, OptionsState } from './model.ts';
import { Section } from './Section.tsx';

const AREAS = ['sync', 'local'] as const;

export function StoredSection({ state, actions }: { state: OptionsState; actions: OptionsActions }) {
  const { t } = useWords();
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
      <AskFirst
        label={t('options_erase')}
        question={t('options_erase_ask')}
        yes={t('options_erase_yes')}
        cancel={t('options_cancel')}
        done={t('options_erased')}
        onYes={actions.erase}
      />
    </Section>
  );
}
